import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, dateInSweden, daysBetween } from '@/lib/kernel/calendar-date';
import { isHoliday, weekday } from '@/lib/kernel/working-day';
import { anyOddDay } from '@/lib/testing/any-day';
import { type OpeningRule, periodsOf } from './periods';

const day = calendarDate;
const opening = (more: Partial<OpeningRule>): OpeningRule => ({
  startsOn: day('2026-03-01'),
  fromMinute: 8 * 60,
  minutes: 4 * 60,
  rule: 'FREQ=DAILY',
  ...more,
});
const texts = (rule: OpeningRule, from: string, to: string) =>
  periodsOf(rule, day(from), day(to)).map(
    ({ start, end }) => `${new Date(start).toISOString()}/${new Date(end).toISOString().slice(11)}`,
  );
const days = (rule: string, from: string, to: string, startsOn = from) =>
  periodsOf(opening({ rule, startsOn: day(startsOn) }), day(from), day(to)).map(({ start }) =>
    dateInSweden(new Date(start)),
  );

describe('when the clocks are moved', () => {
  it('is the same time on the wall the day before and the day itself', () => {
    expect(texts(opening({}), '2026-03-28', '2026-03-29')).toEqual([
      '2026-03-28T07:00:00.000Z/11:00:00.000Z',
      '2026-03-29T06:00:00.000Z/10:00:00.000Z',
    ]);
    expect(texts(opening({}), '2026-10-24', '2026-10-25')).toEqual([
      '2026-10-24T06:00:00.000Z/10:00:00.000Z',
      '2026-10-25T07:00:00.000Z/11:00:00.000Z',
    ]);
  });

  const night = (fromMinute: number, minutes: number) => ({ fromMinute, minutes, rule: null });

  it('reckons a time that is skipped by the clock from before, and opens nothing where no time is left', () => {
    const spring = (from: number, minutes: number) =>
      texts(opening({ ...night(from, minutes), startsOn: day('2026-03-29') }), '2026-03-29', '2026-03-29');
    expect(spring(2 * 60 + 30, 120)).toEqual(['2026-03-29T01:30:00.000Z/02:30:00.000Z']);
    expect(spring(60, 180)).toEqual(['2026-03-29T00:00:00.000Z/02:00:00.000Z']);
    expect(spring(2 * 60, 60)).toEqual([]);
  });

  it('takes the first of a time that comes twice, at either end', () => {
    const autumn = (from: number, minutes: number) =>
      texts(opening({ ...night(from, minutes), startsOn: day('2026-10-25') }), '2026-10-25', '2026-10-25');
    expect(autumn(2 * 60 + 30, 60)).toEqual(['2026-10-25T00:30:00.000Z/02:30:00.000Z']);
    expect(autumn(60, 90)).toEqual(['2026-10-24T23:00:00.000Z/00:30:00.000Z']);
  });

  it('keeps the wall’s time across midnight too', () => {
    const over = opening({ fromMinute: 22 * 60, minutes: 6 * 60, rule: null });
    expect(texts({ ...over, startsOn: day('2026-03-28') }, '2026-03-28', '2026-03-28')).toEqual([
      '2026-03-28T21:00:00.000Z/02:00:00.000Z',
    ]);
    expect(texts({ ...over, startsOn: day('2026-10-24') }, '2026-10-24', '2026-10-24')).toEqual([
      '2026-10-24T20:00:00.000Z/03:00:00.000Z',
    ]);
  });
});

describe('what repeats', () => {
  it('falls on its weekdays, every other week from the first', () => {
    expect(days('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE', '2026-11-23', '2026-12-12')).toEqual([
      '2026-11-23',
      '2026-11-25',
      '2026-12-07',
      '2026-12-09',
    ]);
  });

  it('ends with UNTIL, that day included, or after COUNT', () => {
    expect(days('FREQ=DAILY;UNTIL=20261125', '2026-11-23', '2026-12-12')).toHaveLength(3);
    expect(days('FREQ=DAILY;COUNT=2', '2026-11-23', '2026-12-12')).toHaveLength(2);
    expect(days('FREQ=DAILY;COUNT=2', '2026-11-24', '2026-12-12', '2026-11-23')).toEqual(['2026-11-24']);
  });

  it('keeps to leap days', () => {
    expect(days('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2024-01-01', '2033-01-01')).toEqual([
      '2024-02-29',
      '2028-02-29',
      '2032-02-29',
    ]);
    expect(days('FREQ=DAILY', '2028-02-28', '2028-03-01')).toHaveLength(3);
  });

  it('does not fall on a public holiday or an eve, which counts all the same; what is once does', () => {
    expect(days('FREQ=DAILY', '2026-12-23', '2026-12-28')).toEqual([
      '2026-12-23',
      '2026-12-27',
      '2026-12-28',
    ]);
    expect(days('FREQ=DAILY;COUNT=3', '2026-12-23', '2026-12-28')).toEqual(['2026-12-23']);
    expect(
      texts(opening({ rule: null, startsOn: day('2026-12-24') }), '2026-12-01', '2026-12-31'),
    ).toHaveLength(1);
  });

  it('is what a calendar on the wall says, whichever part of it is asked for', () => {
    const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
    fc.assert(
      fc.property(
        anyOddDay,
        fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 20 }),
        (startsOn, on, every, later, length) => {
          const rule = `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${on.map((one) => weekdays[one]).join(',')}`;
          const from = addDays(startsOn, later);
          const monday = addDays(startsOn, -((weekday(startsOn) + 6) % 7));
          const wanted = Array.from({ length: length + 1 }, (_, i) => addDays(from, i)).filter(
            (one) =>
              on.includes(weekday(one)) &&
              Math.floor(daysBetween(monday, one) / 7) % every === 0 &&
              !isHoliday(one),
          );
          const found = periodsOf(opening({ startsOn, rule }), from, addDays(from, length));
          expect(found.map(({ start }) => dateInSweden(new Date(start)))).toEqual(wanted);
        },
      ),
      { numRuns: 200 },
    );
  });
});
