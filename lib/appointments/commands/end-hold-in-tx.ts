import 'server-only';
import type { Tx } from '@/lib/platform/db';
import { lockMeetingsInTx } from './lock-meetings-in-tx';
import { settleMeetingInTx } from './settle-meeting-in-tx';

/** A hold, or an offer, that comes to nothing: its time is anybody's again. False where it was over already. */
export async function endHoldInTx(
  tx: Tx,
  {
    tenantId,
    bookingId,
    meetingId,
    at,
  }: { tenantId: string; bookingId: string; meetingId: string; at: Date },
): Promise<boolean> {
  await lockMeetingsInTx(tx, tenantId, [meetingId]);
  const { count } = await tx.booking.updateMany({
    where: { tenantId, id: bookingId, state: { in: ['held', 'offered'] } },
    data: { state: 'lapsed', endedAt: at, heldUntil: null },
  });
  if (count === 1) await settleMeetingInTx(tx, tenantId, meetingId);
  return count === 1;
}
