import 'server-only';
import { listUndeliveredMessagesInTx } from '@/lib/messages/api';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { isAppError } from '@/lib/platform/errors';
import { planMessageDelivery } from './plan-message-delivery';

// A message's own job plans it within seconds; this is for those that no system took, and for lost jobs.
const GRACE_MS = 2 * 60_000;
const AT_ONCE = 500;

/** Looks again for a system for the messages that have none: one may have been connected since. */
export async function planWaitingMessages(actor: JobActor): Promise<void> {
  const { tenantId } = actor;
  const ids = await read(actor, async (tx) => {
    const sentBefore = new Date(now().getTime() - GRACE_MS);
    const messages = await listUndeliveredMessagesInTx(tx, actor, { sentBefore, take: AT_ONCE });
    const planned = await tx.delivery.findMany({
      where: { tenantId, kind: 'message', refId: { in: messages } },
      select: { refId: true },
    });
    return messages.filter((id) => !planned.some(({ refId }) => refId === id));
  });
  for (const id of ids)
    await planMessageDelivery(actor, id).catch((error: unknown) => {
      if (!isAppError(error, 'UpstreamDown')) throw error;
    });
}
