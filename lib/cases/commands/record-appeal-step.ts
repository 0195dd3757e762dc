import 'server-only';
import { toDbDate } from '@/lib/kernel/calendar-date';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { conflict, notFound } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { guarded, requireSystemMay } from '../access';
import { actionOf, stepEvents } from '../domain/appeal-step';
import { stepFor } from '../domain/case-lifecycle';
import { type AppealStepMessage, happenedAt } from '../domain/office-messages';
import { isBeforeDecision } from '../domain/outlook';
import { type Happening, type LockedCase, lockCaseInTx, moveCaseInTx, noteInCaseInTx } from './case-in-tx';

type Input = AppealStepMessage & {
  caseId: string;
  /** the office's id of the decision that is appealed */
  externalId: string;
};

/**
 * What the board or the court has done with the appeal of a decision. Told again, it is the same; otherwise than before,
 * it is refused. The steps may come in any order: what comes late is history, and moves nothing back.
 */
export async function recordAppealStepInTx(
  tx: Tx,
  actor: SystemActor,
  { caseId, externalId, officer, ...message }: Input,
): Promise<{ decisionId: string }> {
  requireSystemMay(actor, 'record-appeal-step');
  const { tenantId } = actor;
  const locked = await lockCaseInTx(tx, actor, caseId);
  const decision = await tx.decision.findUnique({
    where: { tenantId_caseId_externalId: { tenantId, caseId, externalId } },
    select: { id: true },
  });
  if (!decision) throw notFound();
  const decisionId = decision.id;
  const { step } = message;
  const told = {
    happenedOn: toDbDate(message.on),
    court: 'court' in message ? message.court : null,
    outcome: 'outcome' in message ? message.outcome : null,
  };
  const known = await tx.appealStep.findUnique({
    where: { tenantId_decisionId_step: { tenantId, decisionId, step } },
  });
  if (known) {
    const isSame =
      known.happenedOn.getTime() === told.happenedOn.getTime() &&
      known.court === told.court &&
      known.outcome === told.outcome;
    if (!isSame) throw conflict('errors:appeal-step-differs');
    return { decisionId };
  }
  await tx.appealStep.create({ data: { tenantId, caseId, decisionId, step, ...told }, select: { id: true } });
  await moveInTx(tx, locked, message, {
    at: happenedAt(message, now()),
    event: stepEvents[step],
    refId: decisionId,
    officer,
    fromOffice: true,
  });
  await auditInTx(tx, actor, {
    action: 'cases.record-appeal-step',
    subjectPersonId: locked.personId,
    objectType: 'decision',
    objectId: decisionId,
    reason: step,
  });
  await emitInTx(tx, actor, {
    type: 'cases.appeal-step',
    payload: { caseId, personId: locked.personId, decisionId },
    caseId,
  });
  return { decisionId };
}

export const recordAppealStep = (actor: SystemActor, input: Input): Promise<{ decisionId: string }> =>
  guarded(actor, 'cases.record-appeal-step', 'case', input.caseId, () =>
    write(actor, (tx) => recordAppealStepInTx(tx, actor, input)),
  );

/** As the lifecycle says; where it says no, or the case is being looked into anew, it stands in the timeline alone. */
async function moveInTx(
  tx: Tx,
  locked: LockedCase,
  message: AppealStepMessage,
  happening: Happening,
): Promise<void> {
  const action = actionOf(message.step, 'outcome' in message ? message.outcome : undefined);
  const { phase, phaseSince } = locked;
  const step =
    action && !isBeforeDecision(phase) && stepFor(phase, action, { occurredAt: happening.at, phaseSince });
  if (action && typeof step === 'string') await moveCaseInTx(tx, locked, action, happening);
  else await noteInCaseInTx(tx, locked, happening);
}
