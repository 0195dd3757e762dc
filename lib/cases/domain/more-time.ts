import { addDays, type CalendarDate } from '@/lib/kernel/calendar-date';
import { answerBy } from './supplement';

/* More time asked for (anstånd): a later day to send what is asked for, or to comment by. */

export const moreTimeOutcomes = ['granted', 'refused'] as const;
export type MoreTimeOutcome = (typeof moreTimeOutcomes)[number];

/** The most that she may write of why. */
export const MAX_MORE_TIME_REASON = 2000;

/** The municipality's own, as the dated rule `more-time.request` has it. No law says when one may ask: its practice does. */
export interface MoreTimeRule {
  /** how often of the same request, whatever was answered */
  times: number;
  /** also once the due date has passed */
  alsoLate: boolean;
  /** how many days past the due date, or past today where that has gone, she may wish for */
  mostDays: number;
}

/**
 * Whether she may ask, and for which days. `waiting`: she has asked and not been answered. `used`: as often as the rule
 * says. `late`: the due date has passed. `no`: nothing is asked of her any more, or it can't be asked for here.
 */
export type MoreTime =
  | { state: 'may'; from: CalendarDate; to: CalendarDate }
  | { state: 'waiting' | 'used' | 'late' | 'no' };

export interface MoreTimeFacts {
  /** an office waits for her answer */
  isOpen: boolean;
  /** the office's own day */
  dueOn: CalendarDate;
  /** what she has asked of the same request before */
  asked: readonly { outcome: MoreTimeOutcome | null }[];
}

/**
 * Counted from the last day on which she is in time (lag (1930:173) 2 §), or from today where that has gone: a day that
 * has been is no day to wish for.
 */
export function moreTime(
  { isOpen, dueOn, asked }: MoreTimeFacts,
  rule: MoreTimeRule | null,
  today: CalendarDate,
): MoreTime {
  if (!isOpen || !rule) return { state: 'no' };
  if (asked.some(({ outcome }) => outcome === null)) return { state: 'waiting' };
  if (asked.length >= rule.times) return { state: 'used' };
  const last = answerBy(dueOn);
  if (last < today && !rule.alsoLate) return { state: 'late' };
  const from = last < today ? today : last;
  return { state: 'may', from: addDays(from, 1), to: addDays(from, rule.mostDays) };
}

export const mayWishFor = (
  day: CalendarDate,
  { from, to }: { from: CalendarDate; to: CalendarDate },
): boolean => from <= day && day <= to;
