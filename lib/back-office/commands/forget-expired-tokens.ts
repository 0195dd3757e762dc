import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';

/** Tokens that no longer open anything, and requests for them that would no longer be taken. */
export async function forgetExpiredTokens(actor: JobActor): Promise<void> {
  const where = { tenantId: actor.tenantId, expiresAt: { lt: now() } };
  await write(actor, async (tx) => {
    await tx.backOfficeToken.deleteMany({ where });
    await tx.backOfficeAssertion.deleteMany({ where });
  });
}
