import 'server-only';
import { type CalendarDate, toDbDate } from '@/lib/kernel/calendar-date';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { emitInTx } from '@/lib/platform/events';
import { guarded, requireSystemMay } from '../access';
import type { CaseEventKind } from '../domain/case-event';
import { type CaseAction, type CasePhase, stepFor } from '../domain/case-lifecycle';
import { happenedAt, type Officer, type PhaseMessage, type ToldPhase } from '../domain/office-messages';
import { isBeforeDecision } from '../domain/outlook';
import {
  endWhatIsAskedInTx,
  eventTimesInTx,
  type LockedCase,
  lockCaseInTx,
  moveCaseInTx,
  noteInCaseInTx,
} from './case-in-tx';
import { takeVersionInTx } from './case-version-in-tx';
import { statusCodeInTx, tellStatusInTx } from './tell-status-in-tx';

type Input = PhaseMessage & { caseId: string };

/** The phase the case is in, after; and whether anybody has mapped the status, where one was told. */
export interface PhaseRecorded {
  phase: CasePhase;
  statusMapped?: boolean;
  /** it came with an older version than the case has: nothing has changed */
  isOlder?: true;
}

interface Meaning {
  action: CaseAction;
  event: CaseEventKind;
  /** where a case may come to it a second time, and that reads otherwise */
  again?: CaseEventKind;
  /** what she has done here herself says the same */
  byHer?: CaseEventKind;
}
const meaning: Record<ToldPhase, Meaning> = {
  being_looked_into: { action: 'look-into', event: 'looked-into', again: 'looked-into-again' },
  comments_before_decision: { action: 'ask-comments', event: 'comments-asked' },
  being_carried_out: { action: 'carry-out', event: 'carried-out' },
  appealed: { action: 'appeal', event: 'appealed', byHer: 'appeal-sent' },
  closed: { action: 'close', event: 'closed' },
  withdrawn: { action: 'withdraw', event: 'withdrawn' },
};

/**
 * The office says how far the case has come, by one of the phases, by its own status, or both. Told again, or late,
 * nothing moves back; answers with the phase it is in. A phase is told once, unless the case has left it since and comes
 * to it anew.
 */
export async function recordPhaseInTx(
  tx: Tx,
  actor: SystemActor,
  { caseId, phase, statusCode, expectedOn, caseVersion, officer, ...message }: Input,
): Promise<PhaseRecorded> {
  requireSystemMay(actor, 'record-phase');
  const locked = await lockCaseInTx(tx, actor, caseId);
  if (caseVersion !== undefined && (await takeVersionInTx(tx, locked, { version: caseVersion })) === 'older')
    return { phase: locked.phase, isOlder: true };
  const at = happenedAt(message, now());
  if (expectedOn) await tellExpectedInTx(tx, actor, locked, { expectedOn, at });
  const known = statusCode === undefined ? undefined : await statusCodeInTx(tx, actor, statusCode);
  const statusCodeId = known?.id;
  const told = phase ? await tellPhaseInTx(tx, locked, phase, { at, officer, refId: statusCodeId }) : null;
  const isNewStatus =
    statusCodeId !== undefined &&
    (await tellStatusInTx(tx, locked, { statusCodeId, at, officer, isInTimeline: told !== null }));
  const reached = told ?? locked.phase;
  const answer = { phase: reached, ...(known && { statusMapped: known.isMapped }) };
  if (told === null && !isNewStatus) {
    if (officer) await noteInCaseInTx(tx, locked, { at, officer, fromOffice: true });
    return answer;
  }
  await auditInTx(tx, actor, {
    action: 'cases.record-phase',
    subjectPersonId: locked.personId,
    objectType: 'case',
    objectId: caseId,
    reason: told === null ? statusCode : phase,
  });
  await emitInTx(tx, actor, {
    type: 'cases.phase-changed',
    payload: { caseId, personId: locked.personId, phase: reached },
    caseId,
  });
  return answer;
}

/** When the office thinks that it decides. What it said last stands. */
async function tellExpectedInTx(
  tx: Tx,
  actor: SystemActor,
  locked: LockedCase,
  { expectedOn, at }: { expectedOn: CalendarDate; at: Date },
): Promise<void> {
  const on = toDbDate(expectedOn);
  if (locked.expectedAt && locked.expectedAt > at) return;
  if (locked.expectedOn?.getTime() === on.getTime()) return;
  await noteInCaseInTx(tx, locked, { at, fromOffice: true }, { expectedOn: on, expectedAt: at });
  const { id: caseId, personId } = locked;
  await auditInTx(tx, actor, {
    action: 'cases.record-expected-day',
    subjectPersonId: personId,
    objectType: 'case',
    objectId: caseId,
  });
  await emitInTx(tx, actor, { type: 'cases.expected-told', payload: { caseId, personId }, caseId });
}

/** Moves the case, or keeps as history what came late. Null where it was known already. */
async function tellPhaseInTx(
  tx: Tx,
  locked: LockedCase,
  phase: ToldPhase,
  happening: { at: Date; officer: Officer | undefined; refId: string | undefined },
): Promise<CasePhase | null> {
  const { at } = happening;
  const { action, event, again = event, byHer = event } = meaning[phase];
  const toldAt = await eventTimesInTx(tx, locked, [event, again, byHer]);
  const isAnew = movesTo(locked, action, at) && !toldAt.some((told) => told.getTime() === at.getTime());
  if (toldAt.length > 0 && !isAnew) return null;
  const reached = await moveCaseInTx(tx, locked, action, {
    ...happening,
    event: toldAt.length > 0 ? again : event,
    fromOffice: true,
  });
  if (!isBeforeDecision(reached)) await endWhatIsAskedInTx(tx, locked);
  return reached;
}

export const recordPhase = (actor: SystemActor, input: Input): Promise<PhaseRecorded> =>
  guarded(actor, 'cases.record-phase', 'case', input.caseId, () =>
    write(actor, (tx) => recordPhaseInTx(tx, actor, input)),
  );

function movesTo({ phase, phaseSince }: LockedCase, action: CaseAction, occurredAt: Date): boolean {
  const step = stepFor(phase, action, { occurredAt, phaseSince });
  return typeof step === 'string' && step !== 'stay' && step !== phase;
}
