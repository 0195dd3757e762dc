import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guarded, requireResidentMay, visibleBookings } from '../access';
import { endHoldInTx } from './end-hold-in-tx';

/** She doesn't want the time that is held for her, or the earlier one that she was offered. Twice is once. */
export function releaseHold(actor: ResidentActor, { bookingId }: { bookingId: string }): Promise<void> {
  return guarded(actor, 'appointments.release-hold', 'booking', bookingId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'book');
      const { tenantId } = actor;
      const found = await tx.booking.findFirst({
        where: { ...visibleBookings(actor), id: bookingId },
        select: { meetingId: true },
      });
      if (!found) throw notFound();
      if (await endHoldInTx(tx, { tenantId, bookingId, meetingId: found.meetingId, at: now() }))
        await auditInTx(tx, actor, {
          action: 'appointments.release-hold',
          subjectPersonId: actor.personId,
          objectType: 'booking',
          objectId: bookingId,
        });
    }),
  );
}
