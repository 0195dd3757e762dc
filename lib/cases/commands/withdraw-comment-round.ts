import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { guarded, requireSystemMay } from '../access';
import { type CommentRoundStatus, mayComment } from '../domain/comment-round';
import { happenedAt } from '../domain/office-messages';
import { lockCaseInTx, moveCaseInTx, noteInCaseInTx } from './case-in-tx';

interface Input {
  caseId: string;
  /** the office's id of the round */
  externalId: string;
  occurredAt: Date;
}

/**
 * The office takes the material back: something was wrong with it, or there is more to look into first. What she has said
 * stands. Answers with the status it has; one that is over already stays as it was.
 */
export async function withdrawCommentRoundInTx(
  tx: Tx,
  actor: SystemActor,
  { caseId, externalId, ...message }: Input,
): Promise<{ roundId: string; status: CommentRoundStatus }> {
  requireSystemMay(actor, 'record-comments');
  const { tenantId } = actor;
  const locked = await lockCaseInTx(tx, actor, caseId);
  const found = await tx.commentRound.findUnique({
    where: { tenantId_caseId_externalId: { tenantId, caseId, externalId } },
    select: { id: true, status: true },
  });
  if (!found) throw notFound();
  const { id: roundId, status } = found;
  if (!mayComment(status)) return { roundId, status };
  await tx.commentRound.update({
    where: { tenantId_id: { tenantId, id: roundId } },
    data: { status: 'withdrawn', version: { increment: 1 } },
    select: { id: true },
  });
  const happening = {
    at: happenedAt(message, now()),
    event: 'comments-withdrawn',
    refId: roundId,
    fromOffice: true,
  } as const;
  const others = await tx.commentRound.count({
    where: { tenantId, caseId, status: { in: ['open', 'answered'] } },
  });
  if (others === 0 && locked.phase === 'comments_before_decision') {
    await moveCaseInTx(tx, locked, 'look-into', happening);
  } else {
    await noteInCaseInTx(tx, locked, happening);
  }
  await auditInTx(tx, actor, {
    action: 'cases.withdraw-comment-round',
    subjectPersonId: locked.personId,
    objectType: 'comment-round',
    objectId: roundId,
  });
  await emitInTx(tx, actor, {
    type: 'cases.comments-withdrawn',
    payload: { caseId, personId: locked.personId, roundId },
    caseId,
  });
  return { roundId, status: 'withdrawn' };
}

export const withdrawCommentRound = (
  actor: SystemActor,
  input: Input,
): Promise<{ roundId: string; status: CommentRoundStatus }> =>
  guarded(actor, 'cases.withdraw-comment-round', 'case', input.caseId, () =>
    write(actor, (tx) => withdrawCommentRoundInTx(tx, actor, input)),
  );
