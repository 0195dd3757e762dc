import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { STORY_KEPT_MS } from '../domain/retention';

/** The tries and turns of deliveries that were received long ago. The delivery itself, and when it was received, stay. */
export async function forgetOldStories(actor: JobActor): Promise<void> {
  const before = new Date(now().getTime() - STORY_KEPT_MS);
  // Whatever belongs to such a delivery is at least as old: the index by age leaves few to look at.
  const where = { tenantId: actor.tenantId, at: { lt: before }, delivery: { receivedAt: { lt: before } } };
  await write(actor, async (tx) => {
    await tx.deliveryAttempt.deleteMany({ where });
    await tx.deliveryStep.deleteMany({ where });
  });
}
