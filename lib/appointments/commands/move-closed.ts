import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read, type Tx, write } from '@/lib/platform/db';
import { requireJobMay } from '../access';
import { bookable, freeTimes } from '../domain/free-times';
import type { Interval } from '../domain/interval';
import { newTimeFor, type OtherTime } from '../domain/new-time';
import type { BookableType } from '../queries/bookable-type-in-tx';
import { type ClosedBooking, closedBookingsInTx } from '../queries/closed-bookings-in-tx';
import { knownCalendars } from '../queries/known-calendars';
import { claimTimeInTx, type Seat } from './claim-time-in-tx';
import { endHoldInTx } from './end-hold-in-tx';
import { lockMeetingsInTx } from './lock-meetings-in-tx';
import { noteBookingInTx } from './note-booking-in-tx';
import { settleMeetingInTx } from './settle-meeting-in-tx';

/**
 * Gives the first who is still booked on a day that is closed another time by the rule of `newTimeFor`, or takes it from
 * her where there is none, and tells her; what is only held comes to nothing. False where nobody is left: to be called
 * until then. One at a time, so that a day with hundreds is no long transaction, and a stop on the way loses nothing.
 */
export async function moveClosed(actor: JobActor, exceptionId: string): Promise<boolean> {
  requireJobMay(actor, 'move-closed');
  const { tenantId } = actor;
  const at = now();
  const hit = await read(actor, (tx) => firstHitInTx(tx, tenantId, exceptionId, at));
  if (!hit) return false;
  const { booking } = hit;
  if (booking.state === 'booked') {
    const other = await otherTime(tenantId, hit, at);
    await write(actor, (tx) => giveAnotherInTx(tx, actor, hit, other, at));
  } else {
    await write(actor, (tx) =>
      endHoldInTx(tx, { tenantId, bookingId: booking.id, meetingId: booking.meetingId, at }),
    );
  }
  return true;
}

interface Hit {
  booking: ClosedBooking;
  type: BookableType['type'];
  /** when she is booked for something else */
  elsewhere: Interval[];
}

async function firstHitInTx(tx: Tx, tenantId: string, exceptionId: string, at: Date): Promise<Hit | null> {
  const closing = await tx.openingException.findFirst({
    where: { tenantId, id: exceptionId, movesBooked: true },
  });
  const [booking] = closing ? await closedBookingsInTx(tx, tenantId, closing, { now: at, most: 1 }) : [];
  if (!booking) return null;
  const type = await tx.appointmentType.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: booking.typeId } },
  });
  const others = await tx.booking.findMany({
    where: {
      tenantId,
      personId: booking.personId,
      state: 'booked',
      id: { not: booking.id },
      endsAt: { gt: at },
    },
    select: { startsAt: true, endsAt: true },
  });
  const elsewhere = others.map(({ startsAt, endsAt }) => ({
    start: startsAt.getTime(),
    end: endsAt.getTime(),
  }));
  return { booking, type, elsewhere };
}

async function giveAnotherInTx(
  tx: Tx,
  actor: JobActor,
  { booking, type }: Hit,
  other: OtherTime | undefined,
  at: Date,
): Promise<void> {
  const { tenantId } = actor;
  const seat = other ? await claimAnotherInTx(tx, tenantId, booking, type, other, at) : null;
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

async function otherTime(
  tenantId: string,
  { booking, type, elsewhere }: Hit,
  at: Date,
): Promise<OtherTime | undefined> {
  const { way, officerId, placeId } = booking;
  const now = at.getTime();
  const was = { startsAt: booking.startsAt.getTime(), officerId, placeId };
  const window = { start: was.startsAt + 1, end: bookable(type, now).end };
  const asked = { typeId: type.id, type, window, now };
  const calendars = await knownCalendars(tenantId, now);
  const [team, rooms] = [calendars.officers(asked), calendars.roomsFor(asked)];
  const times = [
    ...freeTimes(type, team, rooms, { way }, window, now).map((time) => ({ ...time, meetingId: null })),
    ...calendars
      .sessions(asked)
      .filter((session) => session.way === way)
      .map((session) => ({ ...session, officerIds: session.officerId ? [session.officerId] : [] })),
  ].sort((a, b) => a.startsAt - b.startsAt);
  return newTimeFor(times, was, elsewhere);
}

async function claimAnotherInTx(
  tx: Tx,
  tenantId: string,
  { way, officerId }: ClosedBooking,
  type: BookableType['type'],
  chosen: OtherTime,
  at: Date,
): Promise<Seat> {
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
    { now: at, heldUntil: new Date(at.getTime() + 60_000) },
  );
  // Somebody took it just now: another try finds the next.
  if (!seat) throw new Error('The time that was chosen is gone');
  return seat;
}
