import { describe, expect, it } from 'vitest';
import { answerUntil, offerableAt, suitsInLine } from './earlier-time';

const at = (text: string) => new Date(text);

describe('an earlier time', () => {
  it.each([
    ['2026-11-24T06:59:00+01:00', '2026-11-24T07:00:00+01:00'],
    ['2026-11-24T07:00:00+01:00', '2026-11-24T07:00:00+01:00'],
    ['2026-11-24T19:59:00+01:00', '2026-11-24T19:59:00+01:00'],
    ['2026-11-24T20:00:00+01:00', '2026-11-25T07:00:00+01:00'],
    // The nights when the clock is moved.
    ['2026-03-28T23:00:00+01:00', '2026-03-29T07:00:00+02:00'],
    ['2026-10-24T23:00:00+02:00', '2026-10-25T07:00:00+01:00'],
  ])('that comes free at %s is offered at %s', (freed, offered) => {
    expect(offerableAt(at(freed))).toEqual(at(offered));
  });

  it('is hers to answer for as long as its type says, and never too late to book it', () => {
    const type = { earlierMinutes: 120, noticeMinutes: 60 };
    const now = at('2026-11-24T09:00:00Z');
    expect(answerUntil(type, at('2026-11-25T09:00:00Z'), now)).toEqual(at('2026-11-24T11:00:00Z'));
    expect(answerUntil(type, at('2026-11-24T11:00:00Z'), now)).toEqual(at('2026-11-24T10:00:00Z'));
    expect(answerUntil(type, at('2026-11-24T10:14:00Z'), now)).toBeNull();
    expect(answerUntil(type, at('2026-11-24T08:00:00Z'), now)).toBeNull();
    expect(answerUntil({ earlierMinutes: 5, noticeMinutes: 0 }, at('2026-11-24T09:06:00Z'), now)).toEqual(
      at('2026-11-24T09:05:00Z'),
    );
  });
});

it('suits whoever has it on a later day, has not let it go, and is nowhere else then', () => {
  const at = (day: number, hour: number) => Date.UTC(2026, 10, day, hour);
  const time = { startsAt: at(24, 12), endsAt: at(24, 13) };
  const has = {
    startsAt: new Date(at(25, 8)),
    offered: [at(24, 13)],
    booked: [{ start: at(24, 13), end: at(24, 14) }],
  };
  expect(suitsInLine(time, has)).toBe(true);
  expect(suitsInLine(time, { ...has, startsAt: new Date(at(24, 15)) })).toBe(false);
  expect(suitsInLine(time, { ...has, offered: [time.startsAt] })).toBe(false);
  expect(suitsInLine(time, { ...has, booked: [{ start: at(24, 12), end: at(24, 13) }] })).toBe(false);
});
