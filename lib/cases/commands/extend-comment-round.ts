import 'server-only';
import { type CalendarDate, fromDbDate } from '@/lib/kernel/calendar-date';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { notFound, notNow } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { guarded, requireSystemMay } from '../access';
import { mayComment } from '../domain/comment-round';
import { type DueDateMessage, happenedAt } from '../domain/office-messages';
import { lockCaseInTx, noteInCaseInTx } from './case-in-tx';
import { answerByGivingInTx, moveDueDateInTx } from './due-date-in-tx';

interface Input extends DueDateMessage {
  caseId: string;
  /** the office's id of the round */
  externalId: string;
}

/** The office gives her more time to comment, unasked. Answers with the day that stands. */
export async function extendCommentRoundInTx(
  tx: Tx,
  actor: SystemActor,
  { caseId, externalId, dueOn, officer, ...message }: Input,
): Promise<{ roundId: string; dueOn: CalendarDate }> {
  requireSystemMay(actor, 'record-comments');
  const { tenantId } = actor;
  const locked = await lockCaseInTx(tx, actor, caseId);
  const found = await tx.commentRound.findUnique({
    where: { tenantId_caseId_externalId: { tenantId, caseId, externalId } },
    select: { id: true, status: true, dueOn: true },
  });
  if (!found) throw notFound();
  const { id: roundId } = found;
  const before = fromDbDate(found.dueOn);
  if (dueOn <= before) return { roundId, dueOn: before };
  if (!mayComment(found.status)) throw notNow('errors:comments-closed');
  const at = happenedAt(message, now());
  await moveDueDateInTx(tx, tenantId, { roundId }, { from: before, to: dueOn });
  await answerByGivingInTx(tx, tenantId, { roundId }, { dueOn, at });
  await noteInCaseInTx(tx, locked, {
    at,
    event: 'comments-extended',
    refId: roundId,
    officer,
    fromOffice: true,
  });
  await auditInTx(tx, actor, {
    action: 'cases.extend-comment-round',
    subjectPersonId: locked.personId,
    objectType: 'comment-round',
    objectId: roundId,
  });
  await emitInTx(tx, actor, {
    type: 'cases.comments-extended',
    payload: { caseId, personId: locked.personId, roundId },
    caseId,
  });
  return { roundId, dueOn };
}

export const extendCommentRound = (
  actor: SystemActor,
  input: Input,
): Promise<{ roundId: string; dueOn: CalendarDate }> =>
  guarded(actor, 'cases.extend-comment-round', 'case', input.caseId, () =>
    write(actor, (tx) => extendCommentRoundInTx(tx, actor, input)),
  );
