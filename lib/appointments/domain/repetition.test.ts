import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { anyDay } from '@/lib/testing/any-day';
import { endingOn, repetitionOf, ruleOf } from './repetition';

describe('how an opening repeats', () => {
  it('is written as calendars do', () => {
    expect(ruleOf({ weekdays: [4, 1], everyWeeks: 2, until: calendarDate('2027-06-11') })).toBe(
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20270611',
    );
  });

  it('comes back as it was chosen', () => {
    const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
    const everyWeeks = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(fc.record({ weekdays, everyWeeks, until: fc.option(anyDay) }), (chosen) => {
        const sorted = { ...chosen, weekdays: chosen.weekdays.toSorted((a, b) => a - b) };
        expect(repetitionOf(ruleOf(chosen))).toEqual(sorted);
      }),
    );
  });

  it.each([
    'FREQ=MONTHLY;BYDAY=1TU',
    'FREQ=WEEKLY;BYDAY=MO;COUNT=3',
    'FREQ=WEEKLY',
    'FREQ=WEEKLY;BYDAY=MO;UNTIL=x',
  ])('is not guessed at where it says more: %s', (rule) => {
    expect(repetitionOf(rule)).toBeNull();
  });

  it.each(['FREQ=WEEKLY;BYDAY=MO', 'FREQ=WEEKLY;BYDAY=MO;COUNT=3', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20301231'])(
    'ends on another day: %s',
    (rule) => {
      expect(endingOn(rule, calendarDate('2026-12-01'))).toBe('FREQ=WEEKLY;BYDAY=MO;UNTIL=20261201');
    },
  );
});
