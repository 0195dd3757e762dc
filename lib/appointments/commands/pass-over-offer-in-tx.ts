import 'server-only';
import type { Tx } from '@/lib/platform/db';
import { endHoldInTx } from './end-hold-in-tx';

/**
 * An earlier time that she can't be told of while she could still answer goes to the next in line, as if she had not been
 * asked: she keeps her place, and it isn't one of the offers that she wanted. Nothing where the offer is over.
 */
export async function passOverOfferInTx(
  tx: Tx,
  { tenantId, bookingId, at }: { tenantId: string; bookingId: string; at: Date },
): Promise<void> {
  const offer = await tx.booking.findFirst({
    where: { tenantId, id: bookingId, state: 'offered' },
    select: { meetingId: true, movesId: true },
  });
  if (!offer?.movesId) return;
  if (!(await endHoldInTx(tx, { tenantId, bookingId, meetingId: offer.meetingId, at }))) return;
  await tx.earlierWish.updateMany({
    where: { tenantId, bookingId: offer.movesId, offers: { gt: 0 } },
    data: { offers: { decrement: 1 } },
  });
}
