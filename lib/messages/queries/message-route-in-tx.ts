import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import type { Tx } from '@/lib/platform/db';
import { requireJobMay } from '../access';
import { type MessageState, undelivered } from '../domain/progress';

/** What a message must be delivered by: ids only. */
export interface MessageRoute {
  threadId: string;
  caseId: string | null;
  /** of a message to a service */
  serviceId: string | null;
  /** the system that has a service's thread already */
  systemId: string | null;
  state: MessageState;
}

export async function findMessageRouteInTx(
  tx: Tx,
  actor: JobActor,
  messageId: string,
): Promise<MessageRoute | null> {
  requireJobMay(actor, 'route');
  const found = await tx.message.findFirst({
    where: { tenantId: actor.tenantId, id: messageId, author: 'resident', state: { not: 'draft' } },
    select: {
      threadId: true,
      state: true,
      thread: { select: { caseId: true, serviceId: true, systemId: true } },
    },
  });
  return found && { threadId: found.threadId, state: found.state, ...found.thread };
}

/** Messages that no system has taken, oldest first. Ids only. */
export async function listUndeliveredMessagesInTx(
  tx: Tx,
  actor: JobActor,
  { sentBefore, take }: { sentBefore: Date; take: number },
): Promise<string[]> {
  requireJobMay(actor, 'route');
  const rows = await tx.message.findMany({
    where: {
      tenantId: actor.tenantId,
      state: { in: undelivered.filter((state) => state !== 'parked') },
      sentAt: { lt: sentBefore },
    },
    orderBy: { sentAt: 'asc' },
    take,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
