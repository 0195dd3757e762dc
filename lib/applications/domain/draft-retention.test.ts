import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, daysBetween } from '@/lib/kernel/calendar-date';
import { anyDay } from '@/lib/testing/any-day';
import { removalDay, warnedIfUntouchedSince } from './draft-retention';

const day = calendarDate;
const rule = { days: 90, warnDays: 14 };

describe('how long a draft is kept', () => {
  it('is told of so many days before', () => {
    // 76 days after the last change, 14 are left.
    expect(warnedIfUntouchedSince(day('2026-11-24'), rule)).toBe('2026-09-09');
    expect(removalDay(day('2026-09-09'), day('2026-11-24'), rule)).toBe('2026-12-08');
  });

  it('is never shorter than what she was told', () => {
    expect(removalDay(day('2026-01-01'), day('2026-11-24'), rule)).toBe('2026-12-08');
  });

  it('whatever the days: never shorter than the rule, nor than what she was told', () => {
    const anyRule = fc
      .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 300 }))
      .map(([warnDays, more]) => ({ warnDays, days: warnDays + more }));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 500 }), anyRule, (changedOn, untouched, kept) => {
        const today = addDays(changedOn, untouched);
        const removeOn = removalDay(changedOn, today, kept);
        expect(daysBetween(changedOn, removeOn)).toBeGreaterThanOrEqual(kept.days);
        expect(daysBetween(today, removeOn)).toBeGreaterThanOrEqual(kept.warnDays);
        // Warned on the first day that it may be, it is kept as long as the rule says and no longer.
        if (changedOn === warnedIfUntouchedSince(today, kept))
          expect(daysBetween(changedOn, removeOn)).toBe(kept.days);
      }),
    );
  });

  it('is not shortened by being told early', () => {
    expect(removalDay(day('2026-11-20'), day('2026-11-24'), rule)).toBe('2027-02-18');
  });
});
