import { describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { invitationStanding } from './invitation';

const bookBy = calendarDate('2026-12-04');
const onIts = (day: string, isWithdrawn: boolean, isOpen: boolean) =>
  invitationStanding({ isWithdrawn, type: { isOpen }, bookBy }, calendarDate(day));

describe('an invitation that she has not booked by', () => {
  it('asks her while it stands and can be booked, however late', () => {
    expect(onIts('2026-11-23', false, true)).toBe('asked');
    expect(onIts('2027-11-23', false, true)).toBe('asked');
  });

  it('is told as what it is when it can’t be used: taken back, or its kind closed', () => {
    expect(onIts('2026-11-23', true, true)).toBe('withdrawn');
    expect(onIts('2026-11-23', true, false)).toBe('withdrawn');
    expect(onIts('2026-11-23', false, false)).toBe('closed');
  });

  it('is spoken of until a month after its last day', () => {
    expect(onIts('2027-01-03', false, false)).toBe('closed');
    expect(onIts('2027-01-04', false, false)).toBe('over');
    expect(onIts('2027-01-04', true, true)).toBe('over');
  });
});
