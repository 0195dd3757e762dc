import { answerSupplement } from '@/lib/cases/commands/answer-supplement';
import { askMoreTime } from '@/lib/cases/commands/ask-more-time';
import { extendCommentRound } from '@/lib/cases/commands/extend-comment-round';
import { extendSupplement } from '@/lib/cases/commands/extend-supplement';
import { markCaseSeen } from '@/lib/cases/commands/mark-case-seen';
import { openCommentMaterial } from '@/lib/cases/commands/open-comment-material';
import { openDecision } from '@/lib/cases/commands/open-decision';
import { prepareWithdrawal } from '@/lib/cases/commands/prepare-withdrawal';
import { recordCommentRound } from '@/lib/cases/commands/record-comment-round';
import { recordDecision } from '@/lib/cases/commands/record-decision';
import { recordDelayNotice } from '@/lib/cases/commands/record-delay-notice';
import { recordPhase } from '@/lib/cases/commands/record-phase';
import { recordReceivedByOffice } from '@/lib/cases/commands/record-received-by-office';
import { recordSupplementRequest } from '@/lib/cases/commands/record-supplement-request';
import { requestDecision } from '@/lib/cases/commands/request-decision';
import { saveCommentDraft } from '@/lib/cases/commands/save-comment-draft';
import { saveSupplementDraft } from '@/lib/cases/commands/save-supplement-draft';
import { sendComment } from '@/lib/cases/commands/send-comment';
import { withdrawCommentRound } from '@/lib/cases/commands/withdraw-comment-round';
import { withdrawSupplementRequest } from '@/lib/cases/commands/withdraw-supplement-request';
import type { CaseAction, CasePhase } from '@/lib/cases/domain/case-lifecycle';
import type { ToldPhase } from '@/lib/cases/domain/office-messages';
import { isBeforeDecision } from '@/lib/cases/domain/outlook';
import { getCase } from '@/lib/cases/queries/get-case';
import { getCaseEvents } from '@/lib/cases/queries/get-case-events';
import { getCaseForSystem } from '@/lib/cases/queries/get-case-for-system';
import { getDelayRequest } from '@/lib/cases/queries/get-delay-request';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor, SystemActor } from '@/lib/platform/actor';
import {
  commentRound,
  createCase,
  createReceivedCase,
  decision,
  delayNotice,
  supplementRequest,
  type TestCase,
} from './cases-world';

/*
 * What can be done in a case, by whom, and what becomes of it in each phase. Whoever adds a command to lib/cases/commands
 * or an operation to the API adds its rows here, or says in elsewhere-tried.ts where else it is tried: a test asks for it.
 */

/** A case brought to a phase, with what has come about on the way; ids of nothing where it has not. */
export interface InPhase extends TestCase {
  externalId: string;
  supplementId: string;
  requestId: string;
  decisionId: string;
  roundId: string;
  /** the office's id of it */
  round: string;
}

/** In every phase, 'ok' or the reason it is refused for. */
type Becomes = CaseAction | 'nothing changes' | ((phase: CasePhase) => string);

interface Row<A> {
  /** the file it stands in: of lib/cases/commands, or queries */
  useCase: string;
  /** of the back-office API, where one leads to it */
  operation?: string;
  act: (actor: A, on: InPhase) => Promise<unknown>;
  /** a step of the lifecycle; nothing, whatever the phase; or what it says itself */
  becomes: Becomes;
}

const told: Record<ToldPhase, CaseAction> = {
  being_looked_into: 'look-into',
  comments_before_decision: 'ask-comments',
  being_carried_out: 'carry-out',
  appealed: 'appeal',
  closed: 'close',
  withdrawn: 'withdraw',
};

const now = () => new Date();
const isReceivedOnly = (phase: CasePhase) => phase === 'received_by_us' || phase === 'received_by_office';
const hasDecision = (phase: CasePhase) => ['decided', 'being_carried_out', 'appealed'].includes(phase);
/** Asked for, and then taken back, in every phase that lies after that. */
const whileAsked = (phase: CasePhase) => {
  if (isReceivedOnly(phase)) return 'NotFound';
  return phase === 'waiting_for_you' ? 'ok' : 'errors:supplement-closed';
};

/** Of what is due on 2099-11-24. */
const wish = { wishedOn: calendarDate('2099-12-01'), reason: 'Jag väntar på ett intyg.' };

/** The material is hers to comment on in its own phase; the others have none. */
const whileCommenting = (phase: CasePhase) => (phase === 'comments_before_decision' ? 'ok' : 'NotFound');

/** What the case's own system does. Another system's, and everybody else, is refused it in every phase. */
export const systemRows: Record<string, Row<SystemActor>> = {
  read: {
    useCase: 'get-case-for-system',
    operation: 'get-case',
    act: (actor, { caseId }) => getCaseForSystem(actor, caseId),
    becomes: 'nothing changes',
  },
  receive: {
    useCase: 'record-received-by-office',
    operation: 'record-receipt',
    act: (actor, { caseId, externalId }) =>
      recordReceivedByOffice(actor, { caseId, externalId, occurredAt: now() }),
    becomes: 'receive-by-office',
  },
  ...Object.fromEntries(
    Object.entries(told).map(([phase, becomes]): [string, Row<SystemActor>] => [
      `tell ${phase}`,
      {
        useCase: 'record-phase',
        operation: 'record-phase',
        act: (actor, { caseId }) =>
          recordPhase(actor, { caseId, phase: phase as ToldPhase, occurredAt: now() }),
        becomes,
      },
    ]),
  ),
  'ask for more': {
    useCase: 'record-supplement-request',
    operation: 'put-supplement-request',
    act: (actor, { caseId }) => recordSupplementRequest(actor, { caseId, ...supplementRequest() }),
    becomes: 'ask-supplement',
  },
  'take it back': {
    useCase: 'withdraw-supplement-request',
    operation: 'withdraw-supplement-request',
    act: (actor, { caseId, requestId }) =>
      withdrawSupplementRequest(actor, { caseId, externalId: requestId, occurredAt: now() }),
    becomes: (phase) => (isReceivedOnly(phase) ? 'NotFound' : 'ok'),
  },
  'give her more time to answer': {
    useCase: 'extend-supplement',
    operation: 'put-supplement-due-date',
    act: (actor, { caseId, requestId }) =>
      extendSupplement(actor, {
        caseId,
        externalId: requestId,
        dueOn: calendarDate('2099-12-01'),
        occurredAt: now(),
      }),
    becomes: whileAsked,
  },
  'let her comment': {
    useCase: 'record-comment-round',
    operation: 'put-comment-round',
    act: (actor, { caseId }) => recordCommentRound(actor, { caseId, ...commentRound() }),
    becomes: 'ask-comments',
  },
  'give her more time to comment': {
    useCase: 'extend-comment-round',
    operation: 'put-comment-round-due-date',
    act: (actor, { caseId, round }) =>
      extendCommentRound(actor, {
        caseId,
        externalId: round,
        dueOn: calendarDate('2099-12-01'),
        occurredAt: now(),
      }),
    becomes: whileCommenting,
  },
  'take the material back': {
    useCase: 'withdraw-comment-round',
    operation: 'withdraw-comment-round',
    act: (actor, { caseId, round }) =>
      withdrawCommentRound(actor, { caseId, externalId: round, occurredAt: now() }),
    becomes: whileCommenting,
  },
  'tell of a delay': {
    useCase: 'record-delay-notice',
    operation: 'put-delay-notice',
    act: (actor, { caseId }) => recordDelayNotice(actor, { caseId, ...delayNotice() }),
    becomes: 'tell-delay',
  },
  decide: {
    useCase: 'record-decision',
    operation: 'put-decision',
    act: (actor, { caseId }) => recordDecision(actor, { caseId, ...decision() }),
    becomes: 'decide',
  },
};

const withdrawalAnswers: Partial<Record<CasePhase, string>> = {
  decided: 'errors:withdraw-decided',
  being_carried_out: 'errors:withdraw-carried-out',
  appealed: 'errors:withdraw-appealed',
  closed: 'errors:withdraw-ended',
  withdrawn: 'errors:withdraw-done',
};

/** What its person does. Everybody else finds nothing. */
export const residentRows: Record<string, Row<ResidentActor>> = {
  read: {
    useCase: 'get-case',
    act: (actor, { caseId }) => getCase(actor, caseId, 'sv'),
    becomes: 'nothing changes',
  },
  'read all that has happened': {
    useCase: 'get-case-events',
    act: (actor, { caseId }) => getCaseEvents(actor, caseId, { lang: 'sv', after: null }),
    becomes: 'nothing changes',
  },
  'have seen it': {
    useCase: 'mark-case-seen',
    act: (actor, { caseId }) => markCaseSeen(actor, { caseId, news: 1 }),
    becomes: 'nothing changes',
  },
  'begin an answer': {
    useCase: 'save-supplement-draft',
    act: (actor, { supplementId }) =>
      saveSupplementDraft(actor, { supplementId, version: 0, texts: { 1: 'Utkast' } }),
    becomes: whileAsked,
  },
  answer: {
    useCase: 'answer-supplement',
    act: (actor, { supplementId }) =>
      answerSupplement(actor, { supplementId, version: 0, texts: { 1: 'Svar' } }),
    becomes: whileAsked,
  },
  'ask for more time to answer': {
    useCase: 'ask-more-time',
    act: (actor, { supplementId }) => askMoreTime(actor, { thing: { supplementId }, ...wish }),
    becomes: (phase) =>
      whileAsked(phase) === 'errors:supplement-closed' ? 'errors:more-time-no' : whileAsked(phase),
  },
  'ask for more time to comment': {
    useCase: 'ask-more-time',
    act: (actor, { roundId }) => askMoreTime(actor, { thing: { roundId }, ...wish }),
    becomes: whileCommenting,
  },
  'open the material': {
    useCase: 'open-comment-material',
    act: (actor, { roundId }) => openCommentMaterial(actor, { roundId }),
    becomes: whileCommenting,
  },
  'begin a comment': {
    useCase: 'save-comment-draft',
    act: (actor, { roundId }) =>
      saveCommentDraft(actor, { roundId, version: 0, texts: { comment: 'Utkast' } }),
    becomes: whileCommenting,
  },
  comment: {
    useCase: 'send-comment',
    act: (actor, { roundId }) => sendComment(actor, { roundId, nothingToAdd: true }),
    becomes: whileCommenting,
  },
  'open a decision': {
    useCase: 'open-decision',
    act: (actor, { decisionId }) => openDecision(actor, { decisionId }),
    becomes: (phase) => (hasDecision(phase) ? 'ok' : 'NotFound'),
  },
  // When six months have passed she may: delay.db.test.ts.
  'ask for a decision': {
    useCase: 'request-decision',
    act: (actor, { caseId }) => requestDecision(actor, { caseId, reasons: '' }),
    becomes: (phase) => `errors:delay-request-${isBeforeDecision(phase) ? 'not-yet' : 'no'}`,
  },
  // Signing it is the same question asked anew: withdrawal.db.test.ts.
  'take it back': {
    useCase: 'prepare-withdrawal',
    act: (actor, { caseId }) =>
      prepareWithdrawal(actor, { caseId, scope: 'all', drops: '', keeps: '', reason: '', language: 'sv' }),
    becomes: (phase) => withdrawalAnswers[phase] ?? 'ok',
  },
  'read what she asked': {
    useCase: 'get-delay-request',
    act: (actor, { caseId }) => getDelayRequest(actor, caseId, 'sv'),
    becomes: 'nothing changes',
  },
};

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** Brought there by what an office tells, as it would: with a request that it takes back, where that can be. */
export async function inPhase(phase: CasePhase): Promise<InPhase> {
  const externalId = newId();
  const theCase = await (phase === 'received_by_us'
    ? createCase()
    : createReceivedCase('granvik', externalId));
  const { caseId, system } = theCase;
  const request = { ...supplementRequest(), occurredAt: minutesAgo(40) };
  const { externalId: requestId } = request;
  const found: InPhase = {
    ...theCase,
    externalId,
    requestId,
    supplementId: newId(),
    decisionId: newId(),
    roundId: newId(),
    round: 'S1',
  };
  if (isReceivedOnly(phase)) return found;
  await recordPhase(system, { caseId, phase: 'being_looked_into', occurredAt: minutesAgo(50) });
  found.supplementId = (await recordSupplementRequest(system, { caseId, ...request })).supplementId;
  if (phase === 'waiting_for_you') return found;
  await withdrawSupplementRequest(system, { caseId, externalId: requestId, occurredAt: minutesAgo(30) });
  if (hasDecision(phase)) {
    const made = { ...decision(), occurredAt: minutesAgo(20) };
    found.decisionId = (await recordDecision(system, { caseId, ...made })).decisionId;
  }
  if (phase === 'comments_before_decision') {
    const message = { ...commentRound({ externalId: found.round }), occurredAt: minutesAgo(10) };
    found.roundId = (await recordCommentRound(system, { caseId, ...message })).roundId;
  } else if (phase !== 'being_looked_into' && phase !== 'decided')
    await recordPhase(system, { caseId, phase: phase as ToldPhase, occurredAt: minutesAgo(10) });
  return found;
}
