import { addDays, type CalendarDate } from '@/lib/kernel/calendar-date';
import { addWorkingDays } from '@/lib/kernel/working-day';

/** How long one can still write about a case that has ended, as the dated rule `messages.after-case-ended` has it. */
export type AfterEnded = { days: number } | { workingDays: number };

/** Why she can't write: what the municipality says of the status that the case is in, or that the time after its end has gone. */
export type Closed = 'status' | 'case-ended';

export interface Openness {
  closed: Closed | null;
  /** the last day on which she can write, of a case that has ended; null where no such day is set */
  lastOn: CalendarDate | null;
}

export const open: Openness = { closed: null, lastOn: null };

/** The last day to write: the rule's days after the day the case ended, which itself is not counted. */
export const lastDayToWrite = (endedOn: CalendarDate, rule: AfterEnded): CalendarDate =>
  'days' in rule ? addDays(endedOn, rule.days) : addWorkingDays(endedOn, rule.workingDays);

/**
 * Whether she can write about a case. Its municipality's own status may say no, whatever the phase; a municipality
 * without a rule sets no last day.
 */
export function openness(
  facts: { endedOn: CalendarDate | null; statusTakesMessages: boolean | null },
  rule: AfterEnded | null,
  today: CalendarDate,
): Openness {
  if (facts.statusTakesMessages === false) return { closed: 'status', lastOn: null };
  if (facts.endedOn === null || rule === null) return open;
  const lastOn = lastDayToWrite(facts.endedOn, rule);
  return { closed: today > lastOn ? 'case-ended' : null, lastOn };
}
