import { describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/kernel/calendar-date';
import {
  answerBy,
  isRoundComplete,
  isTooLate,
  remindersDue,
  type SignerStatus,
  whomToInvite,
} from './signing-round';

const signers = (...statuses: SignerStatus[]) => statuses.map((status, position) => ({ position, status }));
const positions = (order: 'in-turn' | 'at-once', ...statuses: SignerStatus[]) =>
  whomToInvite({ order }, signers(...statuses).reverse()).map(({ position }) => position);

describe('whom to ask', () => {
  it('is everybody, where they sign at once', () => {
    expect(positions('at-once', 'signed', 'waiting', 'waiting')).toEqual([1, 2]);
    expect(positions('at-once', 'signed', 'invited', 'invited')).toEqual([]);
  });
  it('is the next, where they sign in turn', () => {
    expect(positions('in-turn', 'signed', 'waiting', 'waiting')).toEqual([1]);
    expect(positions('in-turn', 'signed', 'invited', 'waiting')).toEqual([]);
    expect(positions('in-turn', 'signed', 'signed', 'waiting')).toEqual([2]);
  });
});

describe('a round', () => {
  it('is complete when all have signed', () => {
    expect(isRoundComplete(signers('signed', 'signed'))).toBe(true);
    expect(isRoundComplete(signers('signed', 'invited'))).toBe(false);
    expect(isRoundComplete([])).toBe(false);
  });
});

describe('the days', () => {
  it('are counted in Sweden, and the last day is one to sign on', () => {
    // Half past midnight in Stockholm.
    const last = answerBy({ answerWithinDays: 14 }, new Date('2026-11-23T23:30:00Z'));
    expect(last).toBe('2026-12-08');
    expect(isTooLate(last, calendarDate('2026-12-08'))).toBe(false);
    expect(isTooLate(last, calendarDate('2026-12-09'))).toBe(true);
  });
  it('bring the reminders one by one', () => {
    const due = (today: string) =>
      remindersDue({ remindAfterDays: [3, 7] }, calendarDate('2026-11-24'), calendarDate(today));
    expect(['2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01', '2027-01-01'].map(due)).toEqual([
      0, 1, 1, 2, 2,
    ]);
  });
});
