import 'server-only';
import { addDays, type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import { wallInstant } from '@/lib/kernel/wall-time';
import type { AdminActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import type { Tx } from '@/lib/platform/db';
import { enqueueInTx } from '@/lib/platform/jobs/enqueue';
import { one, type Posted } from '../domain/posted';
import { reachFrom } from '../domain/reach';
import { type ClosedBooking, closedBookingsInTx } from '../queries/closed-bookings-in-tx';
import type { ClosedWhom } from './closed-whom-in-tx';

/** What becomes of those who are booked with somebody who closes: they are met all the same, or get other times. */
export type BookedChoice = 'keep' | 'move';

/** How many are booked, and the day of the last of them. */
export interface BookedAhead {
  booked: number;
  lastOn: CalendarDate;
}

/** What came of a form: it is written; or nothing is, since people are booked and nobody has said what becomes of them. */
export type Put = { outcome: 'put' } | ({ outcome: 'booked' } & BookedAhead);

/** What the form says of them; null where it says nothing. */
export const bookedChoice = (posted: Posted): BookedChoice | null => {
  const choice = one(posted, 'booked');
  return choice === 'keep' || choice === 'move' ? choice : null;
};

/** More than anybody counts by hand. */
const MOST = 5000;

/**
 * An officer, a place or a room closes. Where people are booked there it has to be said what becomes of them: without that,
 * how many they are is the answer, and nothing is done. To move them, all the days until the last of them are closed, and
 * the worker gives each another time, as when a day is closed.
 */
export async function closeBookedInTx(
  tx: Tx,
  actor: AdminActor,
  whom: ClosedWhom,
  choice: BookedChoice | null,
): Promise<BookedAhead | null> {
  const at = now();
  const span = { startsAt: at, endsAt: new Date(wallInstant(reachFrom(dateInSweden(at)), 0)) };
  const closing = { officerId: null, placeId: null, roomId: null, ...whom, ...span };
  const seats = await closedBookingsInTx(tx, actor.tenantId, closing, { now: at, most: MOST });
  const booked = seats.filter(({ state }) => state === 'booked');
  const last = booked.at(-1);
  if (!last) return null;
  const lastOn = dateInSweden(last.startsAt);
  if (choice === null) return { booked: booked.length, lastOn };
  if (choice === 'keep') await closeGroupsInTx(tx, actor, whom, booked);
  if (choice === 'move') {
    const lastSeat = seats.at(-1) ?? last;
    const endsAt = new Date(wallInstant(addDays(dateInSweden(lastSeat.startsAt), 1), 0));
    await closeSpanInTx(tx, actor, { exceptionId: newId(), whom, startsAt: at, endsAt });
  }
  return null;
}

/** A group that is met all the same is closed to whoever is new, while it meets. */
async function closeGroupsInTx(
  tx: Tx,
  { tenantId, staffId }: AdminActor,
  whom: ClosedWhom,
  booked: readonly ClosedBooking[],
): Promise<void> {
  const groups = await tx.meeting.findMany({
    where: { tenantId, id: { in: booked.map(({ meetingId }) => meetingId) }, seats: { gt: 1 } },
    select: { startsAt: true, endsAt: true },
  });
  await tx.openingException.createMany({
    data: groups.map((span) => ({ ...whom, ...span, tenantId, staffId })),
  });
}

/** It is closed for that long, and whoever is booked then gets another time. False where the id is known: twice is once. */
export async function closeSpanInTx(
  tx: Tx,
  { tenantId, staffId }: AdminActor,
  {
    exceptionId,
    whom,
    startsAt,
    endsAt,
  }: { exceptionId: string; whom: ClosedWhom; startsAt: Date; endsAt: Date },
): Promise<boolean> {
  const { count } = await tx.openingException.createMany({
    data: { ...whom, tenantId, id: exceptionId, startsAt, endsAt, movesBooked: true, staffId },
    skipDuplicates: true,
  });
  if (count === 0) return false;
  const job = {
    task: 'move-closed',
    payload: { tenantId, exceptionId },
    queue: `closing:${tenantId}`,
  } as const;
  await enqueueInTx(tx, job);
  // Whoever was just taking a time there saw nothing closed: she is found when her transaction must have ended.
  await enqueueInTx(tx, { ...job, runAt: new Date(now().getTime() + 60_000) });
  return true;
}
