import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDay, anyMoment, anyOddDay, startInSweden } from '@/lib/testing/any-day';
import { addDays, addMonths, calendarDate, dateInSweden, daysBetween } from './calendar-date';
import { endOfTime, lastDayOf } from './legal-time';
import { isWorkingDay, weekday } from './working-day';

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
  it('is the same at every moment of it, to the last: it begins one hour before Greenwich’s, two in summer time', () => {
    fc.assert(
      fc.property(anyMoment, ({ day: date, at }) => {
        expect(dateInSweden(at)).toBe(date);
      }),
      { numRuns: 1000 },
    );
  });

  it('is 24 hours long, but for the two a year when the clocks are moved', () => {
    fc.assert(
      fc.property(anyOddDay, (date) => {
        const hours = (startInSweden(addDays(date, 1)).getTime() - startInSweden(date).getTime()) / 3_600_000;
        const isLastSunday = weekday(date) === 0 && addDays(date, 7).slice(5, 7) !== date.slice(5, 7);
        const month = isLastSunday ? date.slice(5, 7) : '';
        expect(hours).toBe(month === '03' ? 23 : month === '10' ? 25 : 24);
        expect(dateInSweden(new Date(startInSweden(date).getTime() - 1))).toBe(addDays(date, -1));
      }),
      { numRuns: 500 },
    );
  });

  it('begins a time that ends as many days later by the calendar, whatever the hour and the clocks', () => {
    fc.assert(
      fc.property(anyMoment, anyTime, ({ day: date, at }, time) => {
        expect(endOfTime(dateInSweden(at), time)).toBe(endOfTime(date, time));
      }),
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
