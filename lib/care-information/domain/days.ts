import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  dateInSweden,
  startInSweden,
} from '@/lib/kernel/calendar-date';

/** How many days ahead visits are shown: further off, plans change too often for a day to be promised. */
const DAYS_AHEAD = 14;

/** Visits from then on are not shown yet, on any page or in any file. */
export const visitsShownUntil = (today: CalendarDate): Date => startInSweden(addDays(today, DAYS_AHEAD));

/** A year, or a month of it. */
export interface Period {
  year: number;
  month?: number | undefined;
}

/** The first day of a period. */
export const firstDayOf = ({ year, month = 1 }: Period): CalendarDate =>
  calendarDate(`${year}-${String(month).padStart(2, '0')}-01`);

/** When a period begins and ends in Sweden, and until when its visits are shown. */
export function shownTimeOf(period: Period, today: CalendarDate): { from: Date; to: Date; visitsTo: Date } {
  const first = firstDayOf(period);
  const to = startInSweden(addMonths(first, period.month ? 1 : 12));
  const visitsTo = new Date(Math.min(to.getTime(), visitsShownUntil(today).getTime()));
  return { from: startInSweden(first), to, visitsTo };
}

export interface Day<T> {
  day: CalendarDate;
  entries: T[];
}

/** By the days in Sweden that things begin on, in the order that they come in. */
export function byDay<T>(things: readonly T[], at: (thing: T) => Date): Day<T>[] {
  const days = new Map<CalendarDate, T[]>();
  for (const thing of things) {
    const day = dateInSweden(at(thing));
    const entries = days.get(day);
    if (entries) entries.push(thing);
    else days.set(day, [thing]);
  }
  return [...days].map(([day, entries]) => ({ day, entries }));
}
