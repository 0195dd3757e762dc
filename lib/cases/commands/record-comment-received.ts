import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { requireSystemMay, visibleCommentRounds } from '../access';
import { happenedAt } from '../domain/office-messages';
import { lockCaseInTx, noteInCaseInTx } from './case-in-tx';

/** The office has got what she said: until now it was received by us only. Told again, it is the same. */
export async function recordCommentReceivedInTx(
  tx: Tx,
  actor: SystemActor,
  { commentId, ...message }: { commentId: string; occurredAt: Date },
): Promise<void> {
  requireSystemMay(actor, 'record-received');
  const { tenantId } = actor;
  const found = await tx.comment.findFirst({
    where: { tenantId, id: commentId, round: visibleCommentRounds(actor) },
    select: { roundId: true, round: { select: { caseId: true } } },
  });
  if (!found) throw notFound();
  const { roundId } = found;
  const locked = await lockCaseInTx(tx, actor, found.round.caseId);
  const at = happenedAt(message, now());
  const { count } = await tx.comment.updateMany({
    where: { tenantId, id: commentId, receivedAt: null },
    data: { receivedAt: at },
  });
  if (count === 0) return;
  await noteInCaseInTx(tx, locked, { at, event: 'comment-received', refId: roundId, fromOffice: true });
  await auditInTx(tx, actor, {
    action: 'cases.record-comment-received',
    subjectPersonId: locked.personId,
    objectType: 'comment-round',
    objectId: roundId,
  });
}
