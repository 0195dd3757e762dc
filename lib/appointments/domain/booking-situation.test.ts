import { describe, expect, it } from 'vitest';
import { deedOf, mayComeTo, situationOf } from './booking-situation';

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

describe('where she may still go', () => {
  it('is to what is to come or held for her, never to what has been or came to nothing', () => {
    expect((['coming', 'held', 'offered'] as const).map(mayComeTo)).toEqual([true, true, true]);
    for (const situation of ['been', 'kept', 'missed', 'cancelled', 'taken_away', 'lapsed'] as const)
      expect(mayComeTo(situation), situation).toBe(false);
  });
});

describe('what she has just done', () => {
  it('is said while it is so still: an address that she comes back to may be old', () => {
    expect(deedOf('booked', 'coming')).toBe('booked');
    expect(deedOf('moved', 'coming')).toBe('moved');
    expect(deedOf('cancelled', 'cancelled')).toBe('cancelled');
    expect(deedOf('booked', 'cancelled')).toBeUndefined();
    expect(deedOf('booked', 'been')).toBeUndefined();
    expect(deedOf('moved', 'taken_away')).toBeUndefined();
    expect(deedOf('cancelled', 'coming')).toBeUndefined();
    expect(deedOf('something', 'coming')).toBeUndefined();
    expect(deedOf(['booked'], 'coming')).toBeUndefined();
    expect(deedOf(undefined, 'cancelled')).toBeUndefined();
  });
});
