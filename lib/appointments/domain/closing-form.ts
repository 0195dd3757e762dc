import {
  addDays,
  type CalendarDate,
  dateInSweden,
  daysBetween,
  parseSaneDate,
} from '@/lib/kernel/calendar-date';
import { wallInstant } from '@/lib/kernel/wall-time';
import type { Interval } from './interval';
import { minuteOf } from './opening-form';
import type { Problems } from './posted';

/** When it is closed, as it is filled in. */
export interface PostedClosing {
  /** the first day, "2026-11-24" */
  from: string;
  /** the last; empty where it is one day */
  to?: string | undefined;
  /** "10:00" on each of the days; both empty: the whole of them */
  fromTime?: string | undefined;
  toTime?: string | undefined;
}

/** For how many days a part of each can be closed at once: each is a row of its own. */
const MOST_PARTS = 31;

/**
 * From when until when it is closed: whole days are one span, parts of days one for each. Both ends are read off the wall,
 * as an opening's are (`periodsOf`), so that what has no time left when the clocks are moved is none. What is over is none
 * either: a slip would close nothing and be said to be closed. Where nothing can be closed, what is wrong, by field.
 */
export function readClosed(posted: PostedClosing, at: Date): { spans: Interval[]; problems: Problems } {
  const problems: Problems = {};
  const days = readDays(posted, dateInSweden(at), problems);
  const part = readPart(posted, problems);
  if (!days || Object.keys(problems).length > 0) return { spans: [], problems };
  if (!part) return { spans: [span(days.from, 0, addDays(days.to, 1), 0)], problems };
  const count = daysBetween(days.from, days.to) + 1;
  if (count > MOST_PARTS) return { spans: [], problems: { to: 'hours:part.too-many' } };
  const all = Array.from({ length: count }, (_, n) => addDays(days.from, n))
    .map((day) => span(day, part.from, day, part.to))
    .filter(({ start, end }) => start < end);
  const spans = all.filter(({ end }) => end > at.getTime());
  if (all.length === 0) return { spans, problems: { fromTime: 'hours:part.skipped' } };
  return { spans, problems: spans.length === 0 ? { toTime: 'hours:part.past' } : {} };
}

const span = (day: CalendarDate, minute: number, lastDay: CalendarDate, lastMinute: number): Interval => ({
  start: wallInstant(day, minute),
  end: wallInstant(lastDay, lastMinute),
});

function readDays(
  { from: fromText, to: toText = '' }: PostedClosing,
  today: CalendarDate,
  problems: Problems,
): { from: CalendarDate; to: CalendarDate } | null {
  const isOneDay = !toText.trim();
  const from = parseSaneDate(fromText);
  const to = isOneDay ? from : parseSaneDate(toText);
  if (!from) problems.from = 'hours:opening.date-wrong';
  if (!isOneDay && (!to || (from && to < from))) problems.to = 'hours:opening.until-wrong';
  else if (to && to < today) problems[isOneDay ? 'from' : 'to'] = 'hours:opening.past';
  return from && to && { from, to };
}

/** Minutes into the day; null: the whole of it. */
function readPart(
  { fromTime = '', toTime = '' }: PostedClosing,
  problems: Problems,
): { from: number; to: number } | null {
  if (!fromTime.trim() && !toTime.trim()) return null;
  const [from, to] = [minuteOf(fromTime), minuteOf(toTime)];
  const wrong = (text: string) => (text.trim() ? 'hours:opening.time-wrong' : 'hours:part.both');
  if (from === null) problems.fromTime = wrong(fromTime);
  if (to === null) problems.toTime = wrong(toTime);
  if (from === null || to === null) return null;
  if (to <= from) problems.toTime = 'hours:part.order';
  return { from, to };
}
