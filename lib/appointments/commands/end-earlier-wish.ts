import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guarded, requireResidentMay, visibleBookings } from '../access';
import { endWishInTx } from './end-wish-in-tx';

/** She is content with the time she has. What she has been offered already she may still answer. Twice is once. */
export const endEarlierWish = (actor: ResidentActor, { bookingId }: { bookingId: string }): Promise<void> =>
  guarded(actor, 'appointments.end-earlier-wish', 'booking', bookingId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'book');
      const { tenantId, personId } = actor;
      const where = { ...visibleBookings(actor), id: bookingId };
      if ((await tx.booking.count({ where })) === 0) throw notFound();
      if (!(await endWishInTx(tx, { tenantId, bookingId, at: now() }))) return;
      await auditInTx(tx, actor, {
        action: 'appointments.end-earlier-wish',
        subjectPersonId: personId,
        objectType: 'booking',
        objectId: bookingId,
      });
    }),
  );
