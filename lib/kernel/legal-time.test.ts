import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, calendarDate, dateInSweden, daysBetween, fromDbDate } from './calendar-date';
import { endOfTime, lastDayOf } from './legal-time';
import { isWorkingDay, weekday } from './working-day';

const anyDay = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2120-12-31T00:00:00Z'), noInvalidDate: true })
  .map((day) => fromDbDate(day));
const anyTime = fc.oneof(
  fc.integer({ min: 1, max: 400 }).map((days) => ({ days })),
  fc.integer({ min: 1, max: 60 }).map((weeks) => ({ weeks })),
  fc.integer({ min: 1, max: 36 }).map((months) => ({ months })),
);
const day = calendarDate;

describe('lag (1930:173) 1 §: when a time ends', () => {
  it('in weeks: on the same day of the week', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, weeks) => {
        const end = endOfTime(from, { weeks });
        expect(weekday(end)).toBe(weekday(from));
        expect(daysBetween(from, end)).toBe(weeks * 7);
      }),
    );
  });

  it('in months: on the same number of the month, or its last day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 36 }), (from, months) => {
        const end = endOfTime(from, { months });
        const count = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
        expect(count(end) - count(from)).toBe(months);
        const isSameNumber = end.slice(8) === from.slice(8);
        const isLastOfMonth = addDays(end, 1).slice(8) === '01';
        expect(isSameNumber || (isLastOfMonth && end.slice(8) < from.slice(8))).toBe(true);
      }),
    );
  });

  it.each([
    ['2026-08-31', 6, '2027-02-28'], // no 31 February, and over a year's end
    ['2027-08-30', 6, '2028-02-29'], // a leap year's
    ['2026-08-28', 6, '2027-02-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-07-01', 6, '2027-01-01'], // 1 § says nothing of days off
  ])('%s and %i months: %s', (from, months, end) => {
    expect(endOfTime(day(from), { months })).toBe(end);
  });

  it('is reckoned in one step: from 31 January a month and a month are not two months', () => {
    expect(addMonths(addMonths(day('2026-01-31'), 1), 1)).toBe('2026-03-28');
    expect(addMonths(day('2026-01-31'), 2)).toBe('2026-03-31');
  });
});

describe('lag (1930:173) 2 §: the last day to do something', () => {
  it('is a working day, never before the time’s end, and skips nothing but days off', () => {
    fc.assert(
      fc.property(anyDay, anyTime, (from, time) => {
        const end = endOfTime(from, time);
        const last = lastDayOf(from, time);
        expect(isWorkingDay(last)).toBe(true);
        for (let at = end; at < last; at = addDays(at, 1)) expect(isWorkingDay(at)).toBe(false);
        expect(last >= end).toBe(true);
      }),
    );
  });

  it('a time that begins later never ends sooner', () => {
    fc.assert(
      fc.property(anyDay, anyTime, (from, time) => {
        expect(lastDayOf(addDays(from, 1), time) >= lastDayOf(from, time)).toBe(true);
      }),
    );
  });

  it.each([
    ['2026-12-03', { weeks: 3 }, '2026-12-28'], // Christmas Eve
    ['2026-12-10', { weeks: 3 }, '2027-01-04'], // New Year's Eve, into another year
    ['2026-07-01', { months: 6 }, '2027-01-04'], // New Year's Day, a Friday
    ['2026-06-05', { days: 14 }, '2026-06-22'], // Midsummer's Eve
  ])('%s and %j: %s', (from, time, last) => {
    expect(lastDayOf(day(from), time)).toBe(last);
  });
});

describe('the day in Sweden that a time is counted from', () => {
  const instants = fc.date({
    min: new Date('2018-01-01T00:00:00Z'),
    max: new Date('2035-12-31T23:59:59Z'),
    noInvalidDate: true,
  });
  /** Directive 2000/84/EC: from the last Sunday of March to that of October, both at 01.00 in Greenwich. */
  const lastSundayOf = (year: number, month: number) => {
    const last = new Date(Date.UTC(year, month, 0, 1));
    return last.getTime() - last.getUTCDay() * 86_400_000;
  };
  const isSummerTime = (at: Date) =>
    at.getTime() >= lastSundayOf(at.getUTCFullYear(), 3) &&
    at.getTime() < lastSundayOf(at.getUTCFullYear(), 10);

  it('begins one hour before Greenwich’s, two in summer time', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const inGreenwich = calendarDate(at.toISOString().slice(0, 10));
        const isNextDay = at.getUTCHours() >= (isSummerTime(at) ? 22 : 23);
        expect(dateInSweden(at)).toBe(isNextDay ? addDays(inGreenwich, 1) : inGreenwich);
      }),
      { numRuns: 1000 },
    );
  });

  it('days of 23 and of 25 hours are days: a time over a change of the clocks is not an hour off', () => {
    for (const [before, after] of [
      ['2026-03-28T22:59:59Z', '2026-03-28T23:00:00Z'], // midnight before summer time begins
      ['2026-03-29T21:59:59Z', '2026-03-29T22:00:00Z'], // and at the end of that day, 23 hours later
      ['2026-10-24T21:59:59Z', '2026-10-24T22:00:00Z'], // midnight before it ends
      ['2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z'], // 25 hours later
      ['2026-12-31T22:59:59Z', '2026-12-31T23:00:00Z'], // the year's end
    ] as const) {
      const [one, next] = [dateInSweden(new Date(before)), dateInSweden(new Date(after))];
      expect(daysBetween(one, next)).toBe(1);
      for (const weeks of [1, 3, 52])
        expect(daysBetween(endOfTime(one, { weeks }), endOfTime(next, { weeks }))).toBe(1);
    }
  });
});
