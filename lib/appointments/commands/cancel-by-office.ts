import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { conflict, notNow } from '@/lib/platform/errors';
import { guarded, requireSystemMay } from '../access';
import type { CancellationMessage } from '../domain/office-messages';
import { lockOfficeBookingInTx } from './lock-office-booking-in-tx';
import { noteBookingInTx } from './note-booking-in-tx';
import { settleMeetingInTx } from './settle-meeting-in-tx';

interface Input extends CancellationMessage {
  bookingId: string;
}

/**
 * The office can't meet her then: she is told why, and chooses another time. Told again it is the same. An earlier time that
 * she is offered just then stays hers to take: it is another that she could choose.
 */
export function cancelByOffice(
  actor: SystemActor,
  { bookingId, reason }: Input,
): Promise<{ state: 'taken_away' }> {
  return guarded(actor, 'appointments.cancel-by-office', 'booking', bookingId, () =>
    write(actor, async (tx) => {
      requireSystemMay(actor, 'record-outcome');
      const { tenantId } = actor;
      const { id, state, meetingId, ...about } = await lockOfficeBookingInTx(tx, actor, bookingId);
      if (state === 'taken_away') return { state };
      if (state !== 'booked') throw conflict('errors:booking-not-booked');
      if (about.startsAt <= now()) throw notNow('errors:booking-begun');
      await tx.booking.update({
        where: { tenantId_id: { tenantId, id }, state: 'booked' },
        data: { state: 'taken_away', endedAt: now(), sequence: { increment: 1 } },
        select: { id: true },
      });
      await settleMeetingInTx(tx, tenantId, meetingId);
      await noteBookingInTx(tx, actor, { kind: 'taken_away', bookingId: id, ...about, reason });
      return { state: 'taken_away' };
    }),
  );
}
