import { type CalendarDate, parseSaneDate } from '@/lib/kernel/calendar-date';
import type { Problems } from './posted';
import { type Repetition, ruleOf } from './repetition';
import { type MeetingWay, meetingWays } from './words';

/** An opening as it is filled in. */
export interface PostedOpening {
  placeId: string;
  ways: readonly string[];
  /** "2026-11-24" */
  startsOn: string;
  /** "09:00" */
  from: string;
  to: string;
  /** "0": once; else every so many weeks */
  everyWeeks: string;
  /** "1" is Monday */
  weekdays: readonly string[];
  until: string;
}

export interface OpeningToPut {
  placeId: string | null;
  ways: MeetingWay[];
  startsOn: CalendarDate;
  fromMinute: number;
  minutes: number;
  rule: string | null;
}

/** What was meant, or what is wrong with it. */
export function readOpening(posted: PostedOpening): { opening: OpeningToPut } | { problems: Problems } {
  const problems: Problems = {};
  const ways = meetingWays.filter((way) => posted.ways.includes(way));
  if (ways.length === 0) problems.ways = 'hours:opening.ways-missing';
  if (ways.includes('visit') && !posted.placeId) problems.placeId = 'hours:opening.place-missing';
  const startsOn = parseSaneDate(posted.startsOn);
  if (!startsOn) problems.startsOn = 'hours:opening.date-wrong';
  const [from, to] = [minuteOf(posted.from), minuteOf(posted.to)];
  if (from === null) problems.from = 'hours:opening.time-wrong';
  if (to === null) problems.to = 'hours:opening.time-wrong';
  const repetition = readRepetition(posted, startsOn, problems);
  if (!startsOn || from === null || to === null || Object.keys(problems).length > 0) return { problems };
  // Until earlier than from is the next morning, as shifts are told; the whole day is from a time to the same.
  const minutes = to > from ? to - from : to + 1440 - from;
  return {
    opening: {
      placeId: posted.placeId || null,
      ways,
      startsOn,
      fromMinute: from,
      minutes,
      rule: repetition && ruleOf(repetition),
    },
  };
}

function readRepetition(
  posted: PostedOpening,
  startsOn: CalendarDate | null,
  problems: Problems,
): Repetition | null {
  const everyWeeks = Number(posted.everyWeeks);
  if (![0, 1, 2, 3, 4].includes(everyWeeks)) problems.everyWeeks = 'hours:opening.every-wrong';
  if (everyWeeks === 0) return null;
  const weekdays = posted.weekdays.map(Number).filter((day) => day >= 1 && day <= 7);
  if (weekdays.length === 0) problems.weekdays = 'hours:opening.weekdays-missing';
  const until = posted.until.trim() ? parseSaneDate(posted.until) : null;
  if (posted.until.trim() && (!until || (startsOn && until < startsOn))) {
    problems.until = 'hours:opening.until-wrong';
  }
  return { weekdays, everyWeeks, until };
}

/** "9:00", "09.00" or "9" as minutes into the day. */
export function minuteOf(text: string): number | null {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text.trim()) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  return hour !== undefined && Number(minute) < 60 && minutes < 1440 ? minutes : null;
}
