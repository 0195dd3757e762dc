import { addDays, type CalendarDate } from '@/lib/kernel/calendar-date';
import { onOrNextWorkingDay } from '@/lib/kernel/working-day';

/**
 * The last day an appeal may reach the municipality. FL (2017:900) 44 §: within three weeks from the day she got the
 * decision. Lag (1930:173) 1 §: a time in weeks ends on the day of the week it began; 2 §: an end on Saturday, Sunday,
 * another public holiday, Midsummer's, Christmas or New Year's Eve moves to the next working day.
 * `weeks` comes from the dated rule `appeal.time`, since the law may change.
 */
export const appealLastOn = (receivedOn: CalendarDate, weeks: number): CalendarDate =>
  onOrNextWorkingDay(addDays(receivedOn, weeks * 7));
