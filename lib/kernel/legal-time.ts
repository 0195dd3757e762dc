import { addDays, addMonths, type CalendarDate } from './calendar-date';
import { onOrNextWorkingDay } from './working-day';

/** A time as laws and rules write it: a bare number of days would lose how it is to be counted. */
export type LegalTime = { days: number } | { weeks: number } | { months: number };

/**
 * The day a time ends. Lag (1930:173) om beräkning av lagstadgad tid, 1 §: a time in weeks ends on the same day of the
 * week as it began, a time in months on the same number of the month, or the month's last day where it has no such.
 */
export const endOfTime = (from: CalendarDate, time: LegalTime): CalendarDate =>
  'days' in time
    ? addDays(from, time.days)
    : 'weeks' in time
      ? addDays(from, time.weeks * 7)
      : addMonths(from, time.months);

/**
 * The last day to do what must be done within a time. 2 §: an end on Saturday, Sunday, another public holiday,
 * Midsummer's, Christmas or New Year's Eve moves to the next working day.
 */
export const lastDayOf = (from: CalendarDate, time: LegalTime): CalendarDate =>
  onOrNextWorkingDay(endOfTime(from, time));
