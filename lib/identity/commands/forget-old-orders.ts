import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';

const KEPT_MS = 24 * 60 * 60_000;

/** BankID orders that are over. What a signature proves was taken over into its own row; addresses are not kept. */
export async function forgetOldOrders(actor: JobActor): Promise<void> {
  const { tenantId } = actor;
  const createdAt = { lt: new Date(now().getTime() - KEPT_MS) };
  await write(actor, (tx) => tx.bankIdOrder.deleteMany({ where: { tenantId, createdAt } }));
}
