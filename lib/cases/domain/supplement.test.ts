import { describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { dueState } from './supplement';

const today = calendarDate('2026-11-24');

describe('a due date', () => {
  it.each([
    ['2026-12-24', 'ahead', 30],
    ['2026-11-28', 'ahead', 4],
    ['2026-11-27', 'soon', 3],
    ['2026-11-24', 'soon', 0],
    ['2026-11-23', 'late', 1],
    ['2026-10-24', 'late', 31],
  ])('%s is %s, %i days', (dueOn, state, days) => {
    expect(dueState(calendarDate(dueOn), today)).toEqual({ state, days });
  });
});
