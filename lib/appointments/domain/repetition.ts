import { type CalendarDate, parseCalendarDate } from '@/lib/kernel/calendar-date';

/** How an opening repeats, as people say it: some days of the week, every so many weeks, until a day or for good. */
export interface Repetition {
  /** 1 is Monday, 7 Sunday */
  weekdays: readonly number[];
  everyWeeks: number;
  /** the last day that it may fall on */
  until: CalendarDate | null;
}

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** As RFC 5545 writes it. */
export function ruleOf({ weekdays, everyWeeks, until }: Repetition): string {
  const days = weekdays.toSorted((a, b) => a - b).map((day) => codes[day - 1]);
  const parts = ['FREQ=WEEKLY', `INTERVAL=${everyWeeks}`, `BYDAY=${days.join(',')}`];
  return [...parts, ...(until ? [`UNTIL=${until.replaceAll('-', '')}`] : [])].join(';');
}

/** Back again; null for a rule that says more than people here can choose, which then is shown as it stands. */
export function repetitionOf(rule: string): Repetition | null {
  const parts = new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string]));
  const known = ['FREQ', 'INTERVAL', 'BYDAY', 'UNTIL'];
  const weekdays = (parts.get('BYDAY') ?? '').split(',').map((code) => codes.indexOf(code as 'MO') + 1);
  const everyWeeks = Number(parts.get('INTERVAL') ?? 1);
  const until = parts.get('UNTIL');
  const isKnown =
    parts.get('FREQ') === 'WEEKLY' &&
    [...parts.keys()].every((key) => known.includes(key)) &&
    weekdays.every((day) => day > 0) &&
    Number.isInteger(everyWeeks);
  if (!isKnown) return null;
  const untilOn = until ? parseCalendarDate(until.replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3')) : null;
  return until && !untilOn ? null : { weekdays, everyWeeks, until: untilOn };
}

/** The same, but not after a day: whatever it said of its end before. */
export const endingOn = (rule: string, day: CalendarDate): string =>
  [
    ...rule.split(';').filter((part) => !/^(UNTIL|COUNT)=/.test(part)),
    `UNTIL=${day.replaceAll('-', '')}`,
  ].join(';');
