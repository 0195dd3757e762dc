import { describe, expect, it } from 'vitest';
import { situationOf } from './booking-situation';

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`);
const booking = { endsAt: at('13:00'), heldUntil: null };

describe('what a booking is to her', () => {
  it('is to come until it has ended, then it has been', () => {
    expect(situationOf({ ...booking, state: 'booked' }, at('12:59'))).toBe('coming');
    expect(situationOf({ ...booking, state: 'booked' }, at('13:00'))).toBe('been');
  });

  it.each(['held', 'offered'] as const)('%s for its minutes, tidied away or not', (state) => {
    const one = { ...booking, state, heldUntil: at('09:05') };
    expect(situationOf(one, at('09:04'))).toBe(state);
    expect(situationOf(one, at('09:05'))).toBe('lapsed');
  });

  it('is what became of it otherwise', () => {
    for (const state of ['cancelled', 'lapsed', 'taken_away', 'kept', 'missed'] as const)
      expect(situationOf({ ...booking, state }, at('09:00'))).toBe(state);
  });
});
