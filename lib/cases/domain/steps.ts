import type { CasePhase } from './case-lifecycle';

/** The picture of a case's way, the same four steps for every case. "Received by us" and "by the officers" are two things. */
export const stepNames = ['received-by-us', 'received-by-office', 'looked-into', 'decided'] as const;
export type StepName = (typeof stepNames)[number];

export interface CaseStep {
  name: StepName;
  state: 'done' | 'current' | 'coming';
  /** it stands still until she has answered */
  isWaitingForYou: boolean;
  /** when it was reached; null where that is not known or has not come */
  at: Date | null;
}

export interface StepTimes {
  /** by us; null where it went straight to the office: then that is no step of its way */
  receivedAt: Date | null;
  receivedByOfficeAt: Date | null;
  lookedIntoAt: Date | null;
  decidedAt: Date | null;
}

/** Which step each phase stands on. Ended cases stand past the last, wherever they ended: nothing more is coming. */
const position: Record<CasePhase, number> = {
  received_by_us: 0,
  received_by_office: 1,
  being_looked_into: 2,
  waiting_for_you: 2,
  comments_before_decision: 2,
  decided: 3,
  being_carried_out: 3,
  appealed: 3,
  closed: 4,
  withdrawn: 4,
};

/**
 * The steps of a case. One withdrawn, or closed without a decision, has no step "decided": the picture then ends where
 * the case did.
 */
export function caseSteps(phase: CasePhase, times: StepTimes): CaseStep[] {
  const here = position[phase];
  const at: Record<StepName, Date | null> = {
    'received-by-us': times.receivedAt,
    'received-by-office': times.receivedByOfficeAt,
    'looked-into': times.lookedIntoAt,
    decided: times.decidedAt,
  };
  const steps = stepNames.map((name, index): CaseStep => {
    const state = index < here ? 'done' : index === here ? 'current' : 'coming';
    return {
      name,
      state,
      isWaitingForYou: state === 'current' && phase === 'waiting_for_you',
      at: state === 'coming' ? null : at[name],
    };
  });
  return steps.filter(
    ({ name, at: reachedAt }) =>
      (here < stepNames.length && name !== 'received-by-us') || (reachedAt ?? null) !== null,
  );
}
