import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { emitInTx } from '@/lib/platform/events';
import { guarded, requireSystemMay } from '../access';
import type { CaseEventKind } from '../domain/case-event';
import type { CaseAction, CasePhase } from '../domain/case-lifecycle';
import { happenedAt, type PhaseMessage } from '../domain/office-messages';
import {
  hasEventInTx,
  lockCaseInTx,
  moveCaseInTx,
  noteInCaseInTx,
  withdrawOpenSupplementsInTx,
} from './case-in-tx';

interface Input extends PhaseMessage {
  caseId: string;
}

const meaning: Record<PhaseMessage['phase'], { action: CaseAction; event: CaseEventKind }> = {
  being_looked_into: { action: 'look-into', event: 'looked-into' },
  closed: { action: 'close', event: 'closed' },
  withdrawn: { action: 'withdraw', event: 'withdrawn' },
};

/** The office says how far the case has come. Told again, or late, nothing moves back; answers with the phase it is in. */
export async function recordPhaseInTx(
  tx: Tx,
  actor: SystemActor,
  { caseId, phase, officer, ...message }: Input,
): Promise<{ phase: CasePhase }> {
  requireSystemMay(actor, 'record-phase');
  const locked = await lockCaseInTx(tx, actor, caseId);
  const at = happenedAt(message, now());
  const { action, event } = meaning[phase];
  if (await hasEventInTx(tx, locked, event)) {
    if (officer) await noteInCaseInTx(tx, locked, { at, officer, fromOffice: true });
    return { phase: locked.phase };
  }
  const reached = await moveCaseInTx(tx, locked, action, { at, event, officer, fromOffice: true });
  if (reached === 'closed' || reached === 'withdrawn') await withdrawOpenSupplementsInTx(tx, locked);
  await auditInTx(tx, actor, {
    action: 'cases.record-phase',
    subjectPersonId: locked.personId,
    objectType: 'case',
    objectId: caseId,
    reason: phase,
  });
  await emitInTx(tx, actor, {
    type: 'cases.phase-changed',
    payload: { caseId, personId: locked.personId, phase: reached },
    caseId,
  });
  return { phase: reached };
}

export const recordPhase = (actor: SystemActor, input: Input): Promise<{ phase: CasePhase }> =>
  guarded(actor, 'cases.record-phase', 'case', input.caseId, () =>
    write(actor, (tx) => recordPhaseInTx(tx, actor, input)),
  );
