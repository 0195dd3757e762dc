import 'server-only';
import type { Tx } from '@/lib/platform/db';

/** She waits no longer for an earlier time than that of a booking. False where she did not. */
export async function endWishInTx(
  tx: Tx,
  { tenantId, bookingId, at }: { tenantId: string; bookingId: string; at: Date },
): Promise<boolean> {
  const { count } = await tx.earlierWish.updateMany({
    where: { tenantId, bookingId, endedAt: null },
    data: { endedAt: at },
  });
  return count > 0;
}
