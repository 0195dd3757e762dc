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
import { closedBookingsInTx, countClosedInTx } from '../queries/closed-bookings-in-tx';
import type { ClosedWhom } from '../queries/read-closed-in-tx';
import { endHoldInTx } from './end-hold-in-tx';
import { lockMeetingsInTx } from './lock-meetings-in-tx';

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

/**
 * An officer, a place or a room closes. Where people are booked there it has to be said what becomes of them: without that,
 * how many they are is the answer, and nothing is done. To move them, all the days until the last of them are closed, and
 * the worker gives each another time, as when a day is closed. What is only held or offered comes to nothing.
 */
export async function closeBookedInTx(
  tx: Tx,
  actor: AdminActor,
  whom: ClosedWhom,
  choice: BookedChoice | null,
): Promise<BookedAhead | null> {
  const { tenantId } = actor;
  const at = now();
  const endsAt = new Date(wallInstant(reachFrom(dateInSweden(at)), 0));
  const closing = { officerId: null, placeId: null, roomId: null, ...whom, startsAt: at, endsAt };
  const held = await closedBookingsInTx(tx, tenantId, closing, { now: at, states: ['held', 'offered'] });
  // Whoever is just confirming is waited for, and counted.
  await lockMeetingsInTx(
    tx,
    tenantId,
    held.map(({ meetingId }) => meetingId),
  );
  const { booked, last } = await countClosedInTx(tx, tenantId, closing, at);
  if (last && choice === null) return { booked, lastOn: dateInSweden(last) };
  for (const { id, meetingId } of held) await endHoldInTx(tx, { tenantId, bookingId: id, meetingId, at });
  if (last && choice === 'move') {
    const until = new Date(wallInstant(addDays(dateInSweden(last), 1), 0));
    await closeSpanInTx(tx, actor, { exceptionId: newId(), whom, startsAt: at, endsAt: until });
  }
  return null;
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
