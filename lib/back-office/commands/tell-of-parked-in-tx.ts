import 'server-only';
import { noteMessageUndeliveredInTx } from '@/lib/messages/api';
import type { JobActor } from '@/lib/platform/actor';
import type { Tx } from '@/lib/platform/db';

/**
 * A delivery has been parked, and what comes after it in the same case waits for it: whoever wrote messages among them is
 * told that they could not be delivered.
 */
export async function tellOfParkedInTx(tx: Tx, actor: JobActor, orderId: string): Promise<void> {
  const waiting = await tx.delivery.findMany({
    where: { tenantId: actor.tenantId, orderId, kind: 'message', state: { not: 'received' } },
    orderBy: { createdAt: 'asc' },
    select: { refId: true },
  });
  for (const { refId } of waiting) await noteMessageUndeliveredInTx(tx, actor, refId, 'parked');
}

export const isBehindParkedInTx = async (tx: Tx, tenantId: string, orderId: string): Promise<boolean> =>
  (await tx.delivery.count({ where: { tenantId, orderId, state: 'parked' } })) > 0;
