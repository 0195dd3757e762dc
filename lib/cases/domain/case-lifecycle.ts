/** The fixed phases. A municipality's own statuses come under them as data (status.ts). */
export const casePhases = [
  'received_by_us',
  'received_by_office',
  'being_looked_into',
  'waiting_for_you',
  'comments_before_decision',
  'decided',
  'being_carried_out',
  'appealed',
  'closed',
  'withdrawn',
] as const;
export type CasePhase = (typeof casePhases)[number];

/** What can be done to a case. The last of several open supplements is answered or taken back as `last-supplement-done`. */
export const caseActions = [
  'receive-by-office',
  'look-into',
  'ask-supplement',
  'last-supplement-done',
  'ask-comments',
  'tell-delay',
  'decide',
  'carry-out',
  'appeal',
  'close',
  'withdraw',
] as const;
export type CaseAction = (typeof caseActions)[number];

/** A phase to go to, "stay" where it is recorded without moving the case, or why it can't be. */
export type Step = CasePhase | 'stay' | { refuse: CaseRefusal };
export type CaseRefusal = 'case-decided' | 'case-ended';

/** A way back, or to what may already be over: only news of what happened after the phase began leads there. */
interface IfLater {
  ifLater: CasePhase;
}

const decided = { refuse: 'case-decided' } as const;
const ended = { refuse: 'case-ended' } as const;
const appealed = { ifLater: 'appealed' } as const;

/** What may be told, and what leads on, in each phase before the decision. */
const onwards = {
  'tell-delay': 'stay',
  decide: 'decided',
  'carry-out': 'being_carried_out',
  appeal: 'appealed',
  close: 'closed',
  withdraw: 'withdrawn',
} as const;

/**
 * Phase × action → what happens. Messages from a back office may come late or out of order, so a step may be skipped
 * forwards, and news of something that has been overtaken is kept without moving the case back. A decision is never
 * refused: it is the law's word, whatever the picture of the case said. Nor is an appeal: whoever may appeal can do so
 * of a case that has been closed or written off.
 */
export const lifecycle: Record<CasePhase, Record<CaseAction, Step | IfLater>> = {
  received_by_us: {
    'receive-by-office': 'received_by_office',
    'look-into': 'being_looked_into',
    'ask-supplement': 'waiting_for_you',
    'last-supplement-done': 'stay',
    'ask-comments': 'comments_before_decision',
    ...onwards,
  },
  received_by_office: {
    'receive-by-office': 'stay',
    'look-into': 'being_looked_into',
    'ask-supplement': 'waiting_for_you',
    'last-supplement-done': 'stay',
    'ask-comments': 'comments_before_decision',
    ...onwards,
  },
  being_looked_into: {
    'receive-by-office': 'stay',
    'look-into': 'stay',
    'ask-supplement': 'waiting_for_you',
    'last-supplement-done': 'stay',
    // It may be looked into again after the comments, and that be told first.
    'ask-comments': { ifLater: 'comments_before_decision' },
    ...onwards,
  },
  // She is waited for as long as a request is open, whatever else is told.
  waiting_for_you: {
    'receive-by-office': 'stay',
    'look-into': 'stay',
    'ask-supplement': 'stay',
    'last-supplement-done': 'being_looked_into',
    'ask-comments': 'stay',
    ...onwards,
  },
  // What she says may have to be looked into.
  comments_before_decision: {
    'receive-by-office': 'stay',
    'look-into': { ifLater: 'being_looked_into' },
    'ask-supplement': 'waiting_for_you',
    'last-supplement-done': 'stay',
    'ask-comments': 'stay',
    ...onwards,
  },
  decided: {
    'receive-by-office': 'stay',
    'look-into': decided,
    'ask-supplement': decided,
    'last-supplement-done': 'stay',
    'ask-comments': decided,
    'tell-delay': decided,
    decide: 'stay',
    'carry-out': 'being_carried_out',
    appeal: appealed,
    close: 'closed',
    withdraw: decided,
  },
  being_carried_out: {
    'receive-by-office': 'stay',
    'look-into': decided,
    'ask-supplement': decided,
    'last-supplement-done': 'stay',
    'ask-comments': decided,
    'tell-delay': decided,
    decide: 'stay',
    'carry-out': 'stay',
    appeal: appealed,
    close: 'closed',
    withdraw: decided,
  },
  // The court sends it back, the board reconsiders, or the decision stands and is carried out.
  appealed: {
    'receive-by-office': 'stay',
    'look-into': { ifLater: 'being_looked_into' },
    'ask-supplement': decided,
    'last-supplement-done': 'stay',
    'ask-comments': decided,
    'tell-delay': decided,
    decide: { ifLater: 'decided' },
    'carry-out': { ifLater: 'being_carried_out' },
    appeal: 'stay',
    close: { ifLater: 'closed' },
    withdraw: decided,
  },
  closed: {
    'receive-by-office': 'stay',
    'look-into': ended,
    'ask-supplement': ended,
    'last-supplement-done': 'stay',
    'ask-comments': ended,
    'tell-delay': ended,
    decide: 'stay',
    'carry-out': ended,
    appeal: appealed,
    close: 'stay',
    withdraw: ended,
  },
  withdrawn: {
    'receive-by-office': 'stay',
    'look-into': ended,
    'ask-supplement': ended,
    'last-supplement-done': 'stay',
    'ask-comments': ended,
    'tell-delay': ended,
    decide: 'stay',
    'carry-out': ended,
    appeal: appealed,
    close: 'closed',
    withdraw: 'stay',
  },
};

/**
 * Under which heading a case stands. A decision that she has not opened is still on its way to her. Opened, the case
 * goes on no more as she sees it: what is left is hers to do or not, and has its own last day. `overviewStatement`
 * (queries/overview-statement.ts) says the same in SQL.
 */
export const standings = ['ongoing', 'decided', 'ended'] as const;
export type Standing = (typeof standings)[number];

/** Nothing more happens in it by itself. */
export const endedPhases = ['closed', 'withdrawn'] as const satisfies CasePhase[];
export const hasEnded = (phase: CasePhase): boolean => endedPhases.some((ended) => ended === phase);

/**
 * Late news: the office says when a thing happened. What is refused now, or leads back, but had happened before the phase
 * the case is in began, is history that came late, and is kept without moving the case.
 */
export const stepFor = (
  phase: CasePhase,
  action: CaseAction,
  { occurredAt, phaseSince }: { occurredAt: Date; phaseSince: Date },
): Step => {
  const step = lifecycle[phase][action];
  if (typeof step === 'string') return step;
  if (occurredAt < phaseSince) return 'stay';
  return 'ifLater' in step ? step.ifLater : step;
};
