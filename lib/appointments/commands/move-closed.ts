import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { requireJobMay } from '../access';
import { bookable, freeTimes } from '../domain/free-times';
import { newTimeFor } from '../domain/new-time';
import { loadCalendarsInTx } from '../queries/calendars-in-tx';
import { type ClosedBooking, closedBookingsInTx } from '../queries/closed-bookings-in-tx';
import { claimTimeInTx } from './claim-time-in-tx';
import { endHoldInTx } from './end-hold-in-tx';
import { lockMeetingsInTx } from './lock-meetings-in-tx';
import { noteBookingInTx } from './note-booking-in-tx';
import { settleMeetingInTx } from './settle-meeting-in-tx';

/**
 * Gives the first who is still booked on a day that is closed another time by the rule of `newTimeFor`, or takes it from
 * her where there is none, and tells her; what is only held comes to nothing. False where nobody is left: to be called
 * until then. One at a time, so that a day with hundreds is no long transaction, and a stop on the way loses nothing.
 */
export function moveClosed(actor: JobActor, exceptionId: string): Promise<boolean> {
  return write(actor, async (tx) => {
    requireJobMay(actor, 'move-closed');
    const { tenantId } = actor;
    const closing = await tx.openingException.findFirst({
      where: { tenantId, id: exceptionId, movesBooked: true },
    });
    if (!closing) return false;
    const at = now();
    const [booking] = await closedBookingsInTx(tx, tenantId, closing, { now: at, most: 1 });
    if (!booking) return false;
    if (booking.state === 'booked') await giveAnotherInTx(tx, actor, booking, at);
    else await endHoldInTx(tx, { tenantId, bookingId: booking.id, meetingId: booking.meetingId, at });
    return true;
  });
}

async function giveAnotherInTx(tx: Tx, actor: JobActor, booking: ClosedBooking, at: Date): Promise<void> {
  const { tenantId } = actor;
  const seat = await claimAnotherInTx(tx, tenantId, booking, at);
  await lockMeetingsInTx(tx, tenantId, [booking.meetingId]);
  const { count } = await tx.booking.updateMany({
    // She may have moved or cancelled in the meantime: then it is as she wants it.
    where: { tenantId, id: booking.id, state: 'booked', meetingId: booking.meetingId },
    data: {
      sequence: { increment: 1 },
      ...(seat ?? { state: 'taken_away', endedAt: at }),
    },
  });
  if (seat) await settleMeetingInTx(tx, tenantId, seat.meetingId);
  if (count === 0) return;
  await settleMeetingInTx(tx, tenantId, booking.meetingId);
  const { startsAt } = await tx.booking.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: booking.id } },
    select: { startsAt: true },
  });
  await noteBookingInTx(tx, actor, {
    kind: seat ? 'moved_by_office' : 'taken_away',
    bookingId: booking.id,
    personId: booking.personId,
    caseId: booking.caseId,
    startsAt,
  });
}

async function claimAnotherInTx(tx: Tx, tenantId: string, booking: ClosedBooking, at: Date) {
  const { typeId, way, officerId, placeId, personId } = booking;
  const type = await tx.appointmentType.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: typeId } },
  });
  const now = at.getTime();
  const was = { startsAt: booking.startsAt.getTime(), officerId, placeId };
  const window = { start: was.startsAt + 1, end: bookable(type, now).end };
  const { officers, rooms, sessions } = await loadCalendarsInTx(tx, { tenantId, typeId, type, window, now });
  const others = await tx.booking.findMany({
    where: { tenantId, personId, state: 'booked', id: { not: booking.id }, endsAt: { gt: at } },
    select: { startsAt: true, endsAt: true },
  });
  const times = [
    ...freeTimes(type, officers, rooms, { way }, window, now).map((time) => ({ ...time, meetingId: null })),
    ...sessions
      .filter((session) => session.way === way)
      .map((session) => ({ ...session, officerIds: session.officerId ? [session.officerId] : [] })),
  ].sort((a, b) => a.startsAt - b.startsAt);
  const taken = others.map((other) => ({ start: other.startsAt.getTime(), end: other.endsAt.getTime() }));
  const chosen = newTimeFor(times, was, taken);
  if (!chosen) return null;
  const isSame = chosen.officerIds.includes(officerId ?? '');
  const seat = await claimTimeInTx(
    tx,
    tenantId,
    { type },
    {
      way,
      startsAt: new Date(chosen.startsAt),
      placeId: chosen.placeId ?? undefined,
      officerId: isSame ? (officerId ?? undefined) : undefined,
      meetingId: chosen.meetingId ?? undefined,
    },
    { now: at, heldUntil: new Date(now + 60_000) },
  );
  // Somebody took it just now: another try finds the next.
  if (!seat) throw new Error('The time that was chosen is gone');
  return seat;
}
