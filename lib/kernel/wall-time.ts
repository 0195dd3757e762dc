import { Temporal } from 'temporal-polyfill';
import { addDays, type CalendarDate } from './calendar-date';

/**
 * The instant (epoch ms) at which clocks on Swedish walls show so many minutes into a day; 1440 and more are the days after.
 * As RFC 5545 (3.3.5) has it: a time that is skipped in spring is reckoned by the clock from before (02:30 becomes 03:30),
 * and one that comes twice in autumn is the first of the two.
 */
export function wallInstant(day: CalendarDate, minute: number): number {
  const date = addDays(day, Math.floor(minute / 1440));
  const ofDay = ((minute % 1440) + 1440) % 1440;
  return Temporal.PlainDate.from(date)
    .toPlainDateTime({ hour: Math.floor(ofDay / 60), minute: ofDay % 60 })
    .toZonedDateTime('Europe/Stockholm', { disambiguation: 'compatible' }).epochMilliseconds;
}
