import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import type { Tx } from '@/lib/platform/db';
import { log } from '@/lib/platform/log';
import { tellOfParkedInTx } from './tell-of-parked-in-tx';

/** A delivery has just been given up: its story says so, the log says so loudly, and so is whoever wrote what it holds up. */
export async function noteParkedInTx(
  tx: Tx,
  actor: JobActor,
  { deliveryId, orderId, reason }: { deliveryId: string; orderId: string; reason: string },
): Promise<void> {
  const { tenantId } = actor;
  await tx.deliveryStep.create({
    data: { tenantId, deliveryId, at: now(), kind: 'parked', reason },
    select: { id: true },
  });
  log.error({ tenantId, deliveryId, reason }, 'delivery parked: a person must look');
  await tellOfParkedInTx(tx, actor, orderId);
}
