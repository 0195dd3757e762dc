import 'server-only';
import { cleanText } from '@/lib/kernel/plain-text';
import type { ResidentActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { alreadyDone, conflict, notFound, notNow } from '@/lib/platform/errors';
import { guarded, requireResidentMay, visibleBookings } from '../access';
import { mayChange } from '../domain/limits';
import { endHoldInTx } from './end-hold-in-tx';
import { lockMeetingsInTx } from './lock-meetings-in-tx';
import { noteBookingInTx } from './note-booking-in-tx';
import { settleMeetingInTx } from './settle-meeting-in-tx';

interface Input {
  bookingId: string;
  /** when the time was that she saw as she pressed: another one is not cancelled unasked */
  startsAt: Date;
  /** in her own words, if she wants to say */
  reason?: string | undefined;
}

/** She won't come: the time is somebody else's to take. Twice is once; too late she has to call. */
export function cancelBooking(actor: ResidentActor, { bookingId, startsAt, reason }: Input): Promise<void> {
  return guarded(actor, 'appointments.cancel-booking', 'booking', bookingId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'book');
      const { tenantId, personId } = actor;
      const found = await tx.booking.findFirst({
        where: { ...visibleBookings(actor), id: bookingId },
        select: {
          state: true,
          caseId: true,
          meetingId: true,
          startsAt: true,
          changeMinutes: true,
          meeting: { select: { type: { select: { changeMinutes: true } } } },
        },
      });
      if (!found) throw notFound();
      if (found.state === 'cancelled') return;
      if (found.state !== 'booked') throw alreadyDone('errors:appointment-over');
      if (found.startsAt.getTime() !== startsAt.getTime()) throw conflict();
      const at = now();
      if (!mayChange({ ...found, ...found.meeting }, found.startsAt, at))
        throw notNow('errors:appointment-change-too-late');
      await lockMeetingsInTx(tx, tenantId, [found.meetingId]);
      const { count } = await tx.booking.updateMany({
        where: { tenantId, id: bookingId, state: 'booked', meetingId: found.meetingId, startsAt },
        data: { state: 'cancelled', endedAt: at, sequence: { increment: 1 } },
      });
      if (count === 0) return requireCancelledInTx(tx, tenantId, bookingId);
      await settleMeetingInTx(tx, tenantId, found.meetingId);
      await endOffersInTx(tx, tenantId, bookingId, at);
      await noteBookingInTx(tx, actor, {
        kind: 'cancelled',
        bookingId,
        personId,
        caseId: found.caseId,
        startsAt,
        reason: reason && cleanText(reason),
      });
    }),
  );
}

/**
 * It changed while the lock was waited for. Pressed twice is once; but where an office, or she in another window, has
 * moved it she must not believe that she needn't come.
 */
async function requireCancelledInTx(tx: Tx, tenantId: string, bookingId: string): Promise<void> {
  const { state } = await tx.booking.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: bookingId } },
    select: { state: true },
  });
  if (state === 'booked') throw conflict();
  if (state !== 'cancelled') throw alreadyDone('errors:appointment-over');
}

/** An earlier time that she is offered in its place would be a booking of its own. */
async function endOffersInTx(tx: Tx, tenantId: string, movesId: string, at: Date): Promise<void> {
  const offers = await tx.booking.findMany({
    where: { tenantId, movesId, state: 'offered' },
    select: { id: true, meetingId: true },
  });
  for (const { id, meetingId } of offers) await endHoldInTx(tx, { tenantId, bookingId: id, meetingId, at });
}
