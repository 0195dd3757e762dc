import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import type { Tx } from '@/lib/platform/db';
import { lockMeetingsInTx } from './lock-meetings-in-tx';
import { noteBookingInTx } from './note-booking-in-tx';

/**
 * A time that can't be kept. The rule: what is held comes to nothing, as if it had been taken; whoever has booked it is told
 * at once and why, and chooses another time herself: nobody is given a time unasked. Who has been there is told nothing, and
 * the meeting stands until it is said whether she came. Whether it is taken away.
 */
export async function takeAwayInTx(
  tx: Tx,
  actor: Actor,
  meetingId: string,
  reason: string | undefined,
): Promise<boolean> {
  const { tenantId } = actor;
  await lockMeetingsInTx(tx, tenantId, [meetingId]);
  const at = now();
  await tx.booking.updateMany({
    where: { tenantId, meetingId, state: { in: ['held', 'offered'] } },
    data: { state: 'lapsed', endedAt: at, heldUntil: null },
  });
  const booked = await tx.booking.findMany({
    where: { tenantId, meetingId, state: 'booked', startsAt: { gt: at } },
    select: { id: true, personId: true, caseId: true, startsAt: true },
    orderBy: { id: 'asc' },
  });
  for (const { id, ...about } of booked) {
    await tx.booking.update({
      where: { tenantId_id: { tenantId, id }, state: 'booked' },
      data: { state: 'taken_away', endedAt: at, sequence: { increment: 1 } },
      select: { id: true },
    });
    await noteBookingInTx(tx, actor, { kind: 'taken_away', bookingId: id, ...about, reason });
  }
  const { count } = await tx.meeting.updateMany({
    where: { tenantId, id: meetingId, state: 'open', bookings: { none: { state: 'booked' } } },
    data: { state: 'taken_away', heldUntil: null },
  });
  return count === 1;
}
