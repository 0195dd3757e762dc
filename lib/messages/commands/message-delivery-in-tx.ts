import 'server-only';
import type { Actor, JobActor, SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { requireJobMay, requireSystemMay, visibleMessages } from '../access';
import { undelivered } from '../domain/progress';

/** What the back office tells of a message on its way. Told again, each is the same. */

/** Gives a thread to a service to the system that has the service; a case has its own. Once: it stays there. */
export async function assignThreadToSystemInTx(
  tx: Tx,
  actor: JobActor,
  { threadId, systemId }: { threadId: string; systemId: string },
): Promise<void> {
  requireJobMay(actor, 'route');
  await tx.messageThread.updateMany({
    where: { tenantId: actor.tenantId, id: threadId, caseId: null, systemId: null },
    data: { systemId },
  });
}

/** The office's system has it safe. */
export async function recordMessageReceivedInTx(
  tx: Tx,
  actor: SystemActor,
  messageId: string,
): Promise<void> {
  requireSystemMay(actor, 'record-received');
  const { tenantId } = actor;
  const found = await tx.message.findFirst({
    where: { ...visibleMessages(actor), id: messageId, author: 'resident' },
    select: { id: true },
  });
  if (!found) throw notFound();
  const { count } = await tx.message.updateMany({
    where: { tenantId, id: messageId, state: { in: [...undelivered] } },
    data: { state: 'received', receivedAt: now() },
  });
  if (count > 0) await tellInTx(tx, actor, messageId, 'messages.received-by-office');
}

/**
 * It can't be delivered just now: no system takes what is written to its service (`unrouted`), or its system has not
 * taken it for two days (`parked`). She is told once. Should it be delivered after all, `received` takes its place.
 */
export async function noteMessageUndeliveredInTx(
  tx: Tx,
  actor: JobActor,
  messageId: string,
  why: 'unrouted' | 'parked',
): Promise<void> {
  requireJobMay(actor, 'note-undelivered');
  const { tenantId } = actor;
  const { count: told } = await tx.message.updateMany({
    where: { tenantId, id: messageId, state: 'sent' },
    data: { state: why },
  });
  if (told > 0) return tellInTx(tx, actor, messageId, 'messages.undelivered');
  await tx.message.updateMany({
    where: { tenantId, id: messageId, state: { in: ['unrouted', 'parked'] } },
    data: { state: why },
  });
}

/** A system for it has been found: it is on its way again. */
export async function noteMessageRoutedInTx(tx: Tx, actor: JobActor, messageId: string): Promise<void> {
  requireJobMay(actor, 'route');
  const { count } = await tx.message.updateMany({
    where: { tenantId: actor.tenantId, id: messageId, state: 'unrouted' },
    data: { state: 'sent' },
  });
  if (count > 0) await tellInTx(tx, actor, messageId, 'messages.routed');
}

async function tellInTx(
  tx: Tx,
  actor: Actor,
  messageId: string,
  type: 'messages.received-by-office' | 'messages.undelivered' | 'messages.routed',
): Promise<void> {
  const { personId, threadId, thread } = await tx.message.findUniqueOrThrow({
    where: { tenantId_id: { tenantId: actor.tenantId, id: messageId } },
    select: { personId: true, threadId: true, thread: { select: { caseId: true } } },
  });
  await auditInTx(tx, actor, {
    action: type === 'messages.received-by-office' ? 'messages.record-received' : 'messages.note-delivery',
    subjectPersonId: personId,
    objectType: 'message',
    objectId: messageId,
  });
  await emitInTx(tx, actor, {
    type,
    payload: { messageId, threadId, personId, ...(thread.caseId && { caseId: thread.caseId }) },
  });
}
