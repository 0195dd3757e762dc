import { RRuleTemporal } from 'rrule-temporal';
import { addDays, type CalendarDate, calendarDate, daysBetween } from '@/lib/kernel/calendar-date';
import { wallInstant } from '@/lib/kernel/wall-time';
import { isHoliday } from '@/lib/kernel/working-day';
import type { Interval } from './interval';

/** When somebody can be booked, by the clock on the wall. */
export interface OpeningRule {
  /** the first day */
  startsOn: CalendarDate;
  fromMinute: number;
  minutes: number;
  /** RFC 5545 RRULE over days; null: once */
  rule: string | null;
}

/**
 * What comes of an opening on the days `from`–`to`, both included, by the day on which it begins. Both its ends are read
 * off the wall, so that 08–12 is that also when the clocks are moved in between; an opening that has no time left then
 * (02–03 in spring) is none. What repeats doesn't fall on public holidays and the three eves, though they count for COUNT;
 * what is given for one day alone stands, whatever day somebody has chosen.
 */
export function periodsOf(opening: OpeningRule, from: CalendarDate, to: CalendarDate): Interval[] {
  return daysOf(opening, from, to)
    .map((day) => ({
      start: wallInstant(day, opening.fromMinute),
      end: wallInstant(day, opening.fromMinute + opening.minutes),
    }))
    .filter(({ start, end }) => start < end);
}

function daysOf({ startsOn, rule }: OpeningRule, from: CalendarDate, to: CalendarDate): CalendarDate[] {
  if (daysBetween(from, to) < 0) return [];
  if (rule === null) return from <= startsOn && startsOn <= to ? [startsOn] : [];
  // Days have no clock: the rule is asked in UTC, where each is as long as the next.
  return repetition(startsOn, rule)
    .between(new Date(`${from}T00:00:00Z`), new Date(`${addDays(to, 1)}T00:00:00Z`), true)
    .map((at) => calendarDate(at.toPlainDate().toString()))
    .filter((day) => day <= to && !isHoliday(day));
}

const repetition = (startsOn: CalendarDate, rule: string) =>
  new RRuleTemporal({
    rruleString: `DTSTART:${startsOn.replaceAll('-', '')}T000000Z\nRRULE:${rule}`,
  });
