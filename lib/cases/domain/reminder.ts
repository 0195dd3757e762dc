import { addDays, type CalendarDate, daysBetween } from '@/lib/kernel/calendar-date';

/** Before the last day, or when it has passed and she can still do it. */
export const reminderStages = ['before', 'after'] as const;
export type ReminderStage = (typeof reminderStages)[number];

/** The municipality's own, as the dated rules `reminder.due-date` and `reminder.appeal` have it. */
export interface ReminderRule {
  /** how many days before the last day */
  daysBefore: number;
  /** for how many days after it she is reminded that she still can; none: never */
  lateWithinDays?: number | undefined;
}

export interface ReminderFacts {
  /** the last day on which she is in time */
  dueOn: CalendarDate;
  /** when she was told of that day */
  toldOn: CalendarDate;
}

/**
 * Which reminder it is time for, if any. Each is made once for a day; a later day is a new one. Whoever was told so late
 * that fewer days have gone than are left has it fresh in her mind, and is not reminded before. A worker that has been
 * away reminds late, but not of what was long ago.
 */
export function reminderDue(
  { dueOn, toldOn }: ReminderFacts,
  { daysBefore, lateWithinDays = 0 }: ReminderRule,
  today: CalendarDate,
): ReminderStage | null {
  if (today > dueOn) return daysBetween(dueOn, today) <= lateWithinDays ? 'after' : null;
  const from = addDays(dueOn, -daysBefore);
  return today >= from && daysBetween(toldOn, from) >= daysBefore ? 'before' : null;
}
