import { addDays, type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import { wallInstant } from '@/lib/kernel/wall-time';
import { type Interval, overlap } from './interval';

const MINUTE = 60_000;
/** Between which hours an earlier time is offered: the minutes to answer in should not pass while people sleep. */
const [FROM_HOUR, TO_HOUR] = [7, 20];
/** Nobody is asked who would have less time than this to answer. */
const LEAST_MINUTES = 15;

/** How many offers a wish may be for. */
export const mostOffers = { least: 1, most: 10, usual: 3 } as const;

/** When a time that has come free may be offered: now, or when the morning comes. */
export function offerableAt(now: Date): Date {
  const today = dateInSweden(now);
  const at = (day: CalendarDate, hour: number) => new Date(wallInstant(day, hour * 60));
  if (now < at(today, FROM_HOUR)) return at(today, FROM_HOUR);
  return now < at(today, TO_HOUR) ? now : at(addDays(today, 1), FROM_HOUR);
}

/**
 * Until when she has to answer: the type's minutes, and never past the latest at which the time can be booked. Null where that
 * leaves too little.
 */
export function answerUntil(
  type: { earlierMinutes: number; noticeMinutes: number },
  startsAt: Date,
  now: Date,
): Date | null {
  const last = startsAt.getTime() - type.noticeMinutes * MINUTE;
  const until = new Date(Math.min(now.getTime() + type.earlierMinutes * MINUTE, last));
  return now <= tellBefore(type, until) ? until : null;
}

/** By when she must know of an offer that she has until a moment to answer. */
export const tellBefore = (type: { earlierMinutes: number }, until: Date): Date =>
  new Date(until.getTime() - Math.min(LEAST_MINUTES, type.earlierMinutes) * MINUTE);

/** Whether a time would suit somebody who waits: on an earlier day than hers, none that she has let go, and nothing else booked then. */
export const suitsInLine = (
  { startsAt, endsAt }: { startsAt: number; endsAt: number },
  has: { startsAt: Date; offered: readonly number[]; booked: readonly Interval[] },
): boolean =>
  dateInSweden(new Date(startsAt)) < dateInSweden(has.startsAt) &&
  !has.offered.includes(startsAt) &&
  !has.booked.some((one) => overlap(one, { start: startsAt, end: endsAt }));
