import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, calendarDate } from '@/lib/kernel/calendar-date';
import { weekday } from '@/lib/kernel/working-day';
import { monthOf } from './month';

const on = (text: string, count = 1) => ({ date: calendarDate(text), count });
const day = calendarDate;

describe('a month of times', () => {
  it('is whole weeks from Monday, with how many times each day has', () => {
    const month = monthOf(day('2026-11-24'), [on('2026-11-24', 6), on('2026-11-30')]);
    expect(month?.first).toBe('2026-11-01');
    expect(month?.weeks).toHaveLength(6);
    // The first of November 2026 is a Sunday, and the last a Monday.
    expect(month?.weeks[0]).toEqual([null, null, null, null, null, null, on('2026-11-01', 0)]);
    expect(month?.weeks[4]?.[1]).toEqual(on('2026-11-24', 6));
    expect(month?.weeks[5]).toEqual([on('2026-11-30'), null, null, null, null, null, null]);
  });

  it('leads only to months that have times, to the first day that has', () => {
    const days = [on('2026-11-27'), on('2026-11-30'), on('2027-01-08'), on('2027-03-02'), on('2027-03-03')];
    expect(monthOf(day('2027-01-20'), days)).toMatchObject({
      first: '2027-01-01',
      previous: '2026-11-27',
      next: '2027-03-02',
    });
    expect(monthOf(day('2026-11-27'), days)).toMatchObject({ previous: null, next: '2027-01-08' });
    expect(monthOf(day('2027-03-30'), days)).toMatchObject({ previous: '2027-01-08', next: null });
  });

  it('is never one without times: the next that has any, else the last, else none', () => {
    const days = [on('2026-11-27'), on('2027-01-08')];
    expect(monthOf(day('2026-12-15'), days)?.first).toBe('2027-01-01');
    expect(monthOf(day('2027-05-01'), days)?.first).toBe('2027-01-01');
    expect(monthOf(day('2027-05-01'), [])).toBeNull();
  });

  it('has each of its days once, under the right day of the week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (n) => {
        const any = addDays(day('2024-01-01'), n);
        const month = monthOf(any, [{ date: any, count: 1 }]);
        const shown = month?.weeks.flat() ?? [];
        const first = day(`${any.slice(0, 7)}-01`);
        const dates = shown.flatMap((one) => (one ? [one.date] : []));
        const wanted = [];
        for (let one = first; one < addMonths(first, 1); one = addDays(one, 1)) wanted.push(one);
        expect(dates).toEqual(wanted);
        for (const [at, one] of shown.entries()) if (one) expect((weekday(one.date) + 6) % 7).toBe(at % 7);
      }),
    );
  });
});
