import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { HALF_WAY_MS } from '../domain/inbox';
import { runInboxMessage } from './run-inbox-message';

const AT_ONCE = 200;

/**
 * Takes up what a process that died left half-way, what a fault of ours came in the way of, and what may be found now,
 * in the order it came. A minute too early would only do it twice.
 */
export async function runWaitingMessages(actor: JobActor): Promise<void> {
  const { tenantId } = actor;
  const left = { state: 'received' as const, triedAt: { lt: new Date(now().getTime() - HALF_WAY_MS) } };
  const messages = await read(actor, (tx) =>
    tx.inboxMessage.findMany({
      where: { tenantId, ...left },
      orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
      take: AT_ONCE,
      select: { id: true },
    }),
  );
  for (const { id } of messages) await runInboxMessage(actor, id, left);
}
