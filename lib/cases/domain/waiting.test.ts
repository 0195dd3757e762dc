import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, daysBetween } from '@/lib/kernel/calendar-date';
import { anyDay } from '@/lib/testing/any-day';
import { expectedDecision, expectedOn } from './waiting';

const times = {
  fromOn: calendarDate('2025-11-24'),
  toOn: calendarDate('2026-11-23'),
  cases: 132,
  medianDays: 41,
  nineOfTenDays: 78,
};
describe('when a decision is to be expected', () => {
  it('is as many days from when hers came in as it was for others, over changes of the clocks and years’ ends', () => {
    fc.assert(
      fc.property(anyDay, (receivedOn) => {
        const { halfOn, nineOfTenOn } = expectedDecision(receivedOn, times);
        expect(daysBetween(receivedOn, halfOn)).toBe(41);
        expect(daysBetween(receivedOn, nineOfTenOn)).toBe(78);
      }),
    );
  });

  it.each([
    [0, 41],
    [41, 41],
    [42, 78],
    [200, 78],
  ])('having waited %i days: day %i', (waited, day) => {
    const receivedOn = calendarDate('2026-09-01');
    const found = expectedOn(expectedDecision(receivedOn, times), addDays(receivedOn, waited));
    expect(daysBetween(receivedOn, found)).toBe(day);
  });
});
