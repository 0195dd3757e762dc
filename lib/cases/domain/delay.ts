import { addDays, type CalendarDate } from '@/lib/kernel/calendar-date';
import { endOfTime, lastDayOf } from '@/lib/kernel/legal-time';
import type { CasePhase } from './case-lifecycle';
import { isBeforeDecision } from './outlook';

/** What FL 12 § says, as the dated rule `delay.request` has it. */
export interface DelayRequestRule {
  months: number;
  answerWeeks: number;
}

/**
 * Whether she may ask, once, in writing, that her case be decided (dröjsmålstalan), and when the board must have
 * answered. `answered`: it has, in a decision of its own, which can only be a no; she may not ask again. `no` where the
 * case is decided or has ended: there is nothing left to ask for.
 */
export type DelayRequest =
  | { state: 'not-yet' | 'may'; from: CalendarDate; answerWeeks: number }
  | { state: 'asked'; answerBy: CalendarDate }
  | { state: 'answered' | 'no' };

export interface DelayFacts {
  phase: CasePhase;
  /** when it reached the municipality; every case here was begun by somebody who applied for something */
  receivedOn: CalendarDate;
  /** what she has asked already */
  request: { answerBy: CalendarDate } | null;
  /** by a decision of its own: to this one, or to one that was made by letter */
  isAnswered: boolean;
}

/** The most that she may write with it. */
export const MAX_REASONS = 4000;

/**
 * FL (2017:900) 12 §: a case that a person started and that is not decided within six months. They count from the day
 * the application reached the municipality (FL 22 §). The end is not moved past days off: it is no last day to do
 * something (lag (1930:173) 2 §), but the board's to answer the request is.
 */
export function delayRequest(
  facts: DelayFacts,
  { months, answerWeeks }: DelayRequestRule,
  today: CalendarDate,
): DelayRequest {
  if (!isBeforeDecision(facts.phase)) return { state: 'no' };
  if (facts.isAnswered) return { state: 'answered' };
  if (facts.request) return { state: 'asked', answerBy: facts.request.answerBy };
  const from = addDays(endOfTime(facts.receivedOn, { months }), 1);
  return { state: today < from ? 'not-yet' : 'may', from, answerWeeks };
}

/** FL 12 §: the board has four weeks from when the request came in, to a working day (lag (1930:173) 2 §). */
export const answerToRequestBy = (
  requestedOn: CalendarDate,
  { answerWeeks }: DelayRequestRule,
): CalendarDate => lastDayOf(requestedOn, { weeks: answerWeeks });

/** What the office has told of a delay (FL 11 §): the last of its notices. */
export interface ToldDelay {
  /** the day it then thought of; null where it named none */
  expectedOn: CalendarDate | null;
}

/**
 * Whether a case is much delayed, so that the municipality owes her a notice with the reason (FL 11 §). The law has no
 * number: it is so when the municipality's own weeks (the rule `delay.notice`) have passed since the day a decision would
 * usually have come; once she has been told of another day, since that one. Never where no such day is known, or it is
 * decided.
 */
export function isMuchDelayed(
  facts: { phase: CasePhase; usuallyDecidedOn: CalendarDate | null; told: ToldDelay | null },
  weeksPastUsual: number,
  today: CalendarDate,
): boolean {
  const from = facts.told ? facts.told.expectedOn : facts.usuallyDecidedOn;
  return isBeforeDecision(facts.phase) && from !== null && today > endOfTime(from, { weeks: weeksPastUsual });
}
