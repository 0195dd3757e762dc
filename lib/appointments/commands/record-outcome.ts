import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { conflict, notNow } from '@/lib/platform/errors';
import { guarded, requireSystemMay } from '../access';
import type { OutcomeMessage } from '../domain/office-messages';
import { lockOfficeBookingInTx } from './lock-office-booking-in-tx';
import { noteBookingInTx } from './note-booking-in-tx';

interface Input extends OutcomeMessage {
  bookingId: string;
}

/** The office says whether she came. Once, and not before the meeting has begun; told again it is the same. */
export function recordOutcome(
  actor: SystemActor,
  { bookingId, outcome }: Input,
): Promise<{ state: 'kept' | 'missed' }> {
  return guarded(actor, 'appointments.record-outcome', 'booking', bookingId, () =>
    write(actor, async (tx) => {
      requireSystemMay(actor, 'record-outcome');
      const { tenantId } = actor;
      const { id, state, meetingId, ...about } = await lockOfficeBookingInTx(tx, actor, bookingId);
      if (state === outcome) return { state };
      if (state !== 'booked') throw conflict('errors:booking-not-booked');
      if (about.startsAt > now()) throw notNow('errors:booking-not-begun');
      await tx.booking.update({
        where: { tenantId_id: { tenantId, id }, state: 'booked' },
        data: { state: outcome },
        select: { id: true },
      });
      await noteBookingInTx(tx, actor, { kind: outcome, bookingId: id, ...about });
      return { state: outcome };
    }),
  );
}
