import { describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/kernel/calendar-date';
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

  it('is not shortened by being told early', () => {
    expect(removalDay(day('2026-11-20'), day('2026-11-24'), rule)).toBe('2027-02-18');
  });
});
