import 'server-only';
import { type CalendarDate, fromDbDate } from '@/lib/kernel/calendar-date';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { notFound, notNow } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { guarded, requireSystemMay } from '../access';
import { type DueDateMessage, happenedAt } from '../domain/office-messages';
import { lockCaseInTx, noteInCaseInTx } from './case-in-tx';
import { answerByGivingInTx, moveDueDateInTx } from './due-date-in-tx';

interface Input extends DueDateMessage {
  caseId: string;
  /** the office's id of the request */
  externalId: string;
}

/**
 * The office gives her more time to send what it has asked for: she has rung, or it knows itself that it takes long. As
 * extendCommentRound. Answers with the day that stands.
 */
export async function extendSupplementInTx(
  tx: Tx,
  actor: SystemActor,
  { caseId, externalId, dueOn, officer, ...message }: Input,
): Promise<{ supplementId: string; dueOn: CalendarDate }> {
  requireSystemMay(actor, 'record-supplement');
  const { tenantId } = actor;
  const locked = await lockCaseInTx(tx, actor, caseId);
  const found = await tx.supplement.findUnique({
    where: { tenantId_caseId_externalId: { tenantId, caseId, externalId } },
    select: { id: true, status: true, dueOn: true },
  });
  if (!found) throw notFound();
  const { id: supplementId } = found;
  const before = fromDbDate(found.dueOn);
  if (dueOn <= before) return { supplementId, dueOn: before };
  if (found.status !== 'asked') throw notNow('errors:supplement-closed');
  const at = happenedAt(message, now());
  await moveDueDateInTx(tx, tenantId, { supplementId }, { from: before, to: dueOn });
  await answerByGivingInTx(tx, tenantId, { supplementId }, { dueOn, at });
  await noteInCaseInTx(tx, locked, {
    at,
    event: 'more-time-granted',
    refId: supplementId,
    officer,
    fromOffice: true,
  });
  await auditInTx(tx, actor, {
    action: 'cases.extend-supplement',
    subjectPersonId: locked.personId,
    objectType: 'supplement',
    objectId: supplementId,
  });
  await emitInTx(tx, actor, {
    type: 'cases.supplement-extended',
    payload: { caseId, personId: locked.personId, supplementId },
    caseId,
  });
  return { supplementId, dueOn };
}

export const extendSupplement = (
  actor: SystemActor,
  input: Input,
): Promise<{ supplementId: string; dueOn: CalendarDate }> =>
  guarded(actor, 'cases.extend-supplement', 'case', input.caseId, () =>
    write(actor, (tx) => extendSupplementInTx(tx, actor, input)),
  );
