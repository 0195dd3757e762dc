import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';

/** Tokens that no longer open anything. */
export async function forgetExpiredTokens(actor: JobActor): Promise<void> {
  await write(actor, (tx) =>
    tx.backOfficeToken.deleteMany({ where: { tenantId: actor.tenantId, expiresAt: { lt: now() } } }),
  );
}
