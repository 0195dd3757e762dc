import { endedPhases } from '@/lib/cases/domain/case-lifecycle';

/** An offer in a case that has ended waits for no answer, whether or not the job has taken it back yet. */
export const inCaseThatEnded = { case: { phase: { in: [...endedPhases] } } };
export const inCaseThatGoesOn = { case: { phase: { notIn: [...endedPhases] } } };
