import { exhaustive } from '@/lib/kernel/exhaustive';
import type { CaseEventKind } from './case-event';
import type { CaseAction } from './case-lifecycle';

/**
 * What becomes of an appeal once the board has it, told by the office:
 * - `in_time`: the board has found that it came in time (FL 45 §);
 * - `forwarded`: the board has not changed the decision as she wants, and has passed the appeal on to the court (FL 46 §);
 * - `court_decided`: the court has tried it, or not.
 * That it came too late, or that the board reconsiders (FL 37–39 §§), are decisions, and come as such.
 */
export const appealSteps = ['in_time', 'forwarded', 'court_decided'] as const;
export type AppealStepKind = (typeof appealSteps)[number];

export const courtOutcomes = ['unchanged', 'changed', 'sent_back', 'not_tried'] as const;
export type CourtOutcome = (typeof courtOutcomes)[number];

export const stepEvents = {
  in_time: 'appeal-in-time',
  forwarded: 'appeal-forwarded',
  court_decided: 'court-decided',
} as const satisfies Record<AppealStepKind, CaseEventKind>;

/** Past these the court has it: what she wants to add is sent there. */
export const isWithTheCourt = (steps: readonly string[]): boolean =>
  steps.includes('forwarded') || steps.includes('court_decided');

/** What a step does to the case; null where the office says by its phase what comes after. */
export function actionOf(step: AppealStepKind, outcome: CourtOutcome | undefined): CaseAction | null {
  switch (step) {
    // It may have come on paper: then this is the first that is heard of it here.
    case 'in_time':
    case 'forwarded':
      return 'appeal';
    case 'court_decided':
      return outcome === 'sent_back' ? 'look-into' : null;
    default:
      return exhaustive(step);
  }
}
