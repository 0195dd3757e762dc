import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { KEPT_DAYS } from '../domain/inbox';

/** What is done with, and that nobody will repeat any more. What waits for somebody to look is never among it. */
export async function forgetOldMessages(actor: JobActor): Promise<void> {
  const before = new Date(now().getTime() - KEPT_DAYS * 24 * 60 * 60_000);
  await write(actor, (tx) =>
    tx.inboxMessage.deleteMany({ where: { tenantId: actor.tenantId, endedAt: { lt: before } } }),
  );
}
