import { addDays, type CalendarDate, dateInSweden, startInSweden } from '@/lib/kernel/calendar-date';

const dayParts = ['morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof dayParts)[number];

const hour = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** Before noon, before five, or after, by the clock on the wall. */
export function dayPart(at: Date): DayPart {
  const hours = Number(hour.format(at));
  return hours < 12 ? 'morning' : hours < 17 ? 'afternoon' : 'evening';
}

export interface Day<T> {
  date: CalendarDate;
  count: number;
  /** those that have any times */
  parts: { part: DayPart; times: T[] }[];
}

/** Times by their Swedish day and part of it; both in order where the times are. */
export function byDay<T extends { startsAt: Date }>(times: readonly T[]): Day<T>[] {
  const days = Map.groupBy(times, ({ startsAt }) => dateInSweden(startsAt));
  return [...days].map(([date, ofDay]) => {
    const parts = Map.groupBy(ofDay, ({ startsAt }) => dayPart(startsAt));
    return {
      date,
      count: ofDay.length,
      parts: dayParts.flatMap((part) => {
        const ofPart = parts.get(part);
        return ofPart ? [{ part, times: ofPart }] : [];
      }),
    };
  });
}

export interface DayCount {
  date: CalendarDate;
  count: number;
}

/** How many times each day has, of those that have any. Asks for a day's name once, not for each of its times. */
export function countByDay(times: readonly { startsAt: number }[]): DayCount[] {
  const days: DayCount[] = [];
  let endOfDay = 0;
  for (const { startsAt } of times) {
    const day = days.at(-1);
    if (day && startsAt < endOfDay) {
      day.count += 1;
      continue;
    }
    const date = dateInSweden(new Date(startsAt));
    endOfDay = startInSweden(addDays(date, 1)).getTime();
    days.push({ date, count: 1 });
  }
  return days;
}
