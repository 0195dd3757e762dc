import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { alreadyDone, notFound } from '@/lib/platform/errors';
import { guarded, requireResidentMay, visibleBookings } from '../access';

/** She lost a time and needs no other: it waits for her no more. She may book all the same. Twice is once. */
export const needNoNewTime = (actor: ResidentActor, { bookingId }: { bookingId: string }): Promise<void> =>
  guarded(actor, 'appointments.need-no-new-time', 'booking', bookingId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'book');
      const { tenantId, personId } = actor;
      const found = await tx.booking.findFirst({
        where: { ...visibleBookings(actor), id: bookingId },
        select: { state: true },
      });
      if (!found) throw notFound();
      if (found.state !== 'taken_away') throw alreadyDone('errors:appointment-over');
      const { count } = await tx.booking.updateMany({
        where: { tenantId, id: bookingId, state: 'taken_away', needsNoneAt: null },
        data: { needsNoneAt: now() },
      });
      if (count === 0) return;
      await auditInTx(tx, actor, {
        action: 'appointments.need-no-new-time',
        subjectPersonId: personId,
        objectType: 'booking',
        objectId: bookingId,
      });
    }),
  );
