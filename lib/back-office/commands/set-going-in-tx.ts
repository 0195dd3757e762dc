import 'server-only';
import { now } from '@/lib/platform/clock';
import type { Tx } from '@/lib/platform/db';
import { enqueueManyInTx } from '@/lib/platform/jobs/enqueue';
import { tellJob } from './tell-job';

/**
 * How fast what has gathered for a system is told when it is back: a hundred every two seconds. Ten thousand take some
 * three minutes, and a system that has just started isn't brought down by what it missed.
 */
const AT_ONCE = 100;
const EVERY_MS = 2_000;

/**
 * Has a system told of what waits for it, oldest first and a few at a time. One delivery per order: the next follows by
 * itself.
 * @returns when the last of them is told of
 */
export async function setGoingInTx(
  tx: Tx,
  tenantId: string,
  deliveries: readonly { id: string; orderId: string }[],
): Promise<Date> {
  const from = now().getTime();
  const at = (index: number) => new Date(from + Math.floor(index / AT_ONCE) * EVERY_MS);
  await enqueueManyInTx(
    tx,
    deliveries.map(({ id, orderId }, index) =>
      tellJob({ tenantId, deliveryId: id, orderId, runAt: at(index) }),
    ),
  );
  return at(deliveries.length);
}
