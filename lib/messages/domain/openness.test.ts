import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, daysBetween } from '@/lib/kernel/calendar-date';
import { isWorkingDay } from '@/lib/kernel/working-day';
import { anyDay } from '@/lib/testing/any-day';
import { lastDayToWrite, openness } from './openness';

const day = calendarDate;
const anyCount = fc.integer({ min: 1, max: 120 });
const ended = (endedOn: ReturnType<typeof day>) => ({ endedOn, statusTakesMessages: null });

describe('the last day to write about a case that has ended', () => {
  it('counts calendar days as they are, over the clocks’ change and the year’s end', () => {
    // 25 October and 28 March 2027: the day is 25 or 23 hours long, and one day all the same.
    expect(lastDayToWrite(day('2026-10-20'), { days: 14 })).toBe('2026-11-03');
    expect(lastDayToWrite(day('2027-03-20'), { days: 14 })).toBe('2027-04-03');
    expect(lastDayToWrite(day('2026-12-20'), { days: 30 })).toBe('2027-01-19');
    expect(lastDayToWrite(day('2028-02-15'), { days: 14 })).toBe('2028-02-29');
  });

  it('counts working days past Saturdays, holidays and eves', () => {
    // Christmas Eve to Boxing Day, New Year’s Eve and Day, Epiphany and three weekends lie between.
    expect(lastDayToWrite(day('2026-12-18'), { workingDays: 10 })).toBe('2027-01-08');
    expect(lastDayToWrite(day('2026-10-23'), { workingDays: 1 })).toBe('2026-10-26');
    expect(lastDayToWrite(day('2027-03-25'), { workingDays: 1 })).toBe('2027-03-30');
  });

  it('is so many days later, whatever day it begins on', () => {
    fc.assert(
      fc.property(anyDay, anyCount, (endedOn, count) => {
        expect(daysBetween(endedOn, lastDayToWrite(endedOn, { days: count }))).toBe(count);
        const last = lastDayToWrite(endedOn, { workingDays: count });
        expect(isWorkingDay(last)).toBe(true);
        let workingDays = 0;
        for (let one = addDays(endedOn, 1); one <= last; one = addDays(one, 1))
          if (isWorkingDay(one)) workingDays += 1;
        expect(workingDays).toBe(count);
      }),
    );
  });
});

describe('whether she can write', () => {
  it('until the last day has passed, and never again after it', () => {
    fc.assert(
      fc.property(anyDay, anyCount, fc.integer({ min: 0, max: 400 }), (endedOn, days, later) => {
        const today = addDays(endedOn, later);
        const { closed, lastOn } = openness(ended(endedOn), { days }, today);
        expect(lastOn).toBe(addDays(endedOn, days));
        expect(closed).toBe(later > days ? 'case-ended' : null);
      }),
    );
  });

  it('always while the case goes on, and where the municipality has set no last day', () => {
    const open = { closed: null, lastOn: null };
    const today = day('2026-11-24');
    expect(openness({ endedOn: null, statusTakesMessages: null }, { days: 1 }, today)).toEqual(open);
    expect(openness({ endedOn: null, statusTakesMessages: true }, { days: 1 }, today)).toEqual(open);
    expect(openness(ended(day('2020-01-01')), null, today)).toEqual(open);
  });

  it('never while the municipality’s own status says no, whatever day it is', () => {
    for (const endedOn of [null, day('2026-11-23')])
      expect(openness({ endedOn, statusTakesMessages: false }, { days: 30 }, day('2026-11-24'))).toEqual({
        closed: 'status',
        lastOn: null,
      });
  });
});
