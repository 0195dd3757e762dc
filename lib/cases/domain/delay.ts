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
 * answered. `no` where it is decided or has ended: there is nothing left to ask for.
 */
export type DelayRequest =
  | { state: 'not-yet' | 'may'; from: CalendarDate; answerWeeks: number }
  | { state: 'asked'; answerBy: CalendarDate }
  | { state: 'no' };

/**
 * FL (2017:900) 12 §: a case that a person started and that is not decided within six months. They count from the day
 * the application reached the municipality (FL 22 §). The end is not moved past days off: it is no last day to do
 * something (lag (1930:173) 2 §), but the board's to answer the request is.
 */
export function delayRequest(
  facts: { phase: CasePhase; receivedOn: CalendarDate; requestedOn: CalendarDate | null },
  { months, answerWeeks }: DelayRequestRule,
  today: CalendarDate,
): DelayRequest {
  if (!isBeforeDecision(facts.phase)) return { state: 'no' };
  if (facts.requestedOn)
    return { state: 'asked', answerBy: lastDayOf(facts.requestedOn, { weeks: answerWeeks }) };
  const from = addDays(endOfTime(facts.receivedOn, { months }), 1);
  return { state: today < from ? 'not-yet' : 'may', from, answerWeeks };
}

/**
 * Whether a case is much delayed, so that the municipality owes her a notice with the reason (FL 11 §). The law has no
 * number: it is so when the municipality's own weeks (the rule `delay.notice`) have passed since the day a decision would
 * usually have come. Never where no such day is known, or it is decided.
 */
export const isMuchDelayed = (
  facts: { phase: CasePhase; usuallyDecidedOn: CalendarDate | null },
  weeksPastUsual: number,
  today: CalendarDate,
): boolean =>
  isBeforeDecision(facts.phase) &&
  facts.usuallyDecidedOn !== null &&
  today > endOfTime(facts.usuallyDecidedOn, { weeks: weeksPastUsual });
