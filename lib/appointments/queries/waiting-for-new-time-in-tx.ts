import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import type { Tx } from '@/lib/platform/db';
import { visibleBookings } from '../access';
import { waitsForNewTime } from '../domain/taken-away';
import type { BookingState } from '../domain/words';

interface Row {
  id: string;
  state: BookingState;
  endsAt: Date;
  endedAt: Date | null;
  needsNoneAt: Date | null;
  meeting: { typeId: string };
}

/** Those of her bookings that were taken away and wait for her to choose another time (`waitsForNewTime`): their ids. */
export async function waitingForNewTimeInTx(
  tx: Tx,
  actor: ResidentActor,
  rows: readonly Row[],
  now: Date,
): Promise<Set<string>> {
  const lost = rows.filter(({ state }) => state === 'taken_away');
  if (lost.length === 0) return new Set();
  const booked = await tx.booking.findMany({
    where: {
      ...visibleBookings(actor),
      bookedAt: { not: null },
      meeting: { typeId: { in: lost.map(({ meeting }) => meeting.typeId) } },
    },
    select: { bookedAt: true, meeting: { select: { typeId: true } } },
  });
  const bookedOf = (typeId: string) =>
    booked.flatMap(({ bookedAt, meeting }) => (bookedAt && meeting.typeId === typeId ? [bookedAt] : []));
  const waiting = lost.filter((one) => waitsForNewTime(one, bookedOf(one.meeting.typeId), now));
  return new Set(waiting.map(({ id }) => id));
}
