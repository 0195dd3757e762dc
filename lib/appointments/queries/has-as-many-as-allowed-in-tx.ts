import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import type { Tx } from '@/lib/platform/db';
import { visibleBookings } from '../access';

/** Whether she has as many times of the type to come as it allows. */
export async function hasAsManyAsAllowedInTx(
  tx: Tx,
  actor: ResidentActor,
  { typeId, most }: { typeId: string; most: number },
  at: Date,
): Promise<boolean> {
  const coming = await tx.booking.count({
    where: {
      ...visibleBookings(actor),
      state: 'booked',
      startsAt: { gt: at },
      meeting: { typeId },
    },
  });
  return coming >= most;
}
