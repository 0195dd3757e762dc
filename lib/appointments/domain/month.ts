import { addDays, addMonths, type CalendarDate, calendarDate } from '@/lib/kernel/calendar-date';
import { weekday } from '@/lib/kernel/working-day';
import type { DayCount } from './day-parts';

export interface Month {
  first: CalendarDate;
  /** Monday to Sunday; null before the first day and after the last. A day without times has none. */
  weeks: (DayCount | null)[][];
  /** the first day with times in the nearest month before and after that has any */
  previous: CalendarDate | null;
  next: CalendarDate | null;
}

const firstOf = (date: CalendarDate): CalendarDate => calendarDate(`${date.slice(0, 7)}-01`);

/**
 * The month of a day, with how many times each of its days has. Where the month has none it is the next one that has, else
 * the last: there is nothing to look for in a month without times. Null where there are no times at all. `days` in order.
 */
export function monthOf(day: CalendarDate, days: readonly DayCount[]): Month | null {
  const shown = days.find(({ date }) => date >= firstOf(day)) ?? days.at(-1);
  if (!shown) return null;
  const first = firstOf(shown.date);
  const after = addMonths(first, 1);
  const counts = new Map(days.map(({ date, count }) => [date, count]));
  const weeks: Month['weeks'] = [];
  const monday = addDays(first, -((weekday(first) + 6) % 7));
  for (let start = monday; start < after; start = addDays(start, 7))
    weeks.push(
      Array.from({ length: 7 }, (_, n) => {
        const date = addDays(start, n);
        return date >= first && date < after ? { date, count: counts.get(date) ?? 0 } : null;
      }),
    );
  const before = days.findLast(({ date }) => date < first);
  return {
    first,
    weeks,
    previous: (before && days.find(({ date }) => date >= firstOf(before.date))?.date) ?? null,
    next: days.find(({ date }) => date >= after)?.date ?? null,
  };
}
