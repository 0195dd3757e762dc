import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';

/** As long as a former address may wait to be told of it; codes are over, and counted no more, long before. */
const KEPT_MS = 7 * 24 * 60 * 60_000;

/** Changes of contact ways that are over: the addresses in them are kept no longer than they are needed. */
export async function forgetOldContactChanges(actor: JobActor): Promise<void> {
  const { tenantId } = actor;
  const createdAt = { lt: new Date(now().getTime() - KEPT_MS) };
  await write(actor, (tx) => tx.contactChange.deleteMany({ where: { tenantId, createdAt } }));
}
