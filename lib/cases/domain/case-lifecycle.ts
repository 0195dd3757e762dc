/** The fixed phases. A municipality's own statuses come under them as data. */
export const casePhases = [
  'received_by_us',
  'received_by_office',
  'being_looked_into',
  'waiting_for_you',
  'decided',
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
  'decide',
  'close',
  'withdraw',
] as const;
export type CaseAction = (typeof caseActions)[number];

/** A phase to go to, "stay" where it is recorded without moving the case, or why it can't be. */
export type Step = CasePhase | 'stay' | { refuse: CaseRefusal };
export type CaseRefusal = 'case-decided' | 'case-ended';

const decided = { refuse: 'case-decided' } as const;
const ended = { refuse: 'case-ended' } as const;

/**
 * Phase × action → what happens. Messages from a back office may come late or out of order, so a step may be skipped
 * forwards, and news of something that has been overtaken is kept without moving the case back. A decision is never
 * refused: it is the law's word, whatever the picture of the case said.
 */
export const lifecycle: Record<CasePhase, Record<CaseAction, Step>> = {
  received_by_us: {
    'receive-by-office': 'received_by_office',
    'look-into': 'being_looked_into',
    'ask-supplement': 'waiting_for_you',
    'last-supplement-done': 'stay',
    decide: 'decided',
    close: 'closed',
    withdraw: 'withdrawn',
  },
  received_by_office: {
    'receive-by-office': 'stay',
    'look-into': 'being_looked_into',
    'ask-supplement': 'waiting_for_you',
    'last-supplement-done': 'stay',
    decide: 'decided',
    close: 'closed',
    withdraw: 'withdrawn',
  },
  being_looked_into: {
    'receive-by-office': 'stay',
    'look-into': 'stay',
    'ask-supplement': 'waiting_for_you',
    'last-supplement-done': 'stay',
    decide: 'decided',
    close: 'closed',
    withdraw: 'withdrawn',
  },
  // She is waited for as long as a request is open, whatever else is told.
  waiting_for_you: {
    'receive-by-office': 'stay',
    'look-into': 'stay',
    'ask-supplement': 'stay',
    'last-supplement-done': 'being_looked_into',
    decide: 'decided',
    close: 'closed',
    withdraw: 'withdrawn',
  },
  decided: {
    'receive-by-office': 'stay',
    'look-into': decided,
    'ask-supplement': decided,
    'last-supplement-done': 'stay',
    decide: 'stay',
    close: 'closed',
    withdraw: decided,
  },
  closed: {
    'receive-by-office': 'stay',
    'look-into': ended,
    'ask-supplement': ended,
    'last-supplement-done': 'stay',
    decide: 'stay',
    close: 'stay',
    withdraw: ended,
  },
  withdrawn: {
    'receive-by-office': 'stay',
    'look-into': ended,
    'ask-supplement': ended,
    'last-supplement-done': 'stay',
    decide: 'stay',
    close: 'closed',
    withdraw: 'stay',
  },
};

/**
 * Under which heading a case stands. A decision that she has not opened is still on its way to her. Opened, the case
 * goes on no more as she sees it: what is left is hers to do or not, and has its own last day. `overviewStatement`
 * (get-overview.ts) says the same in SQL.
 */
export const standings = ['ongoing', 'decided', 'ended'] as const;
export type Standing = (typeof standings)[number];

/**
 * Late news: the office says when a thing happened. What is refused now, but had happened before the phase the case
 * is in began, is history that came late, and is kept without moving the case.
 */
export const stepFor = (
  phase: CasePhase,
  action: CaseAction,
  { occurredAt, phaseSince }: { occurredAt: Date; phaseSince: Date },
): Step => {
  const step = lifecycle[phase][action];
  return typeof step === 'object' && occurredAt < phaseSince ? 'stay' : step;
};
