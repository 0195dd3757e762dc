import { describe, expect, it } from 'vitest';
import { waitsForNewTime } from './taken-away';

const endsAt = new Date('2026-11-24T10:00:00Z');
const endedAt = new Date('2026-11-20T08:00:00Z');
const lost = { endsAt, endedAt, needsNoneAt: null };
const now = new Date('2026-11-20T09:00:00Z');

describe('a time that was taken away waits for her', () => {
  it('until she has booked another of its kind since: what she had booked before is none', () => {
    expect(waitsForNewTime(lost, [], now)).toBe(true);
    expect(waitsForNewTime(lost, [new Date('2026-11-19T08:00:00Z'), endedAt], now)).toBe(true);
    expect(waitsForNewTime(lost, [new Date('2026-11-20T08:00:01Z')], now)).toBe(false);
  });

  it('until she says that she needs none', () => {
    expect(waitsForNewTime({ ...lost, needsNoneAt: now }, [], now)).toBe(false);
  });

  it('past its day, and until that is a month ago', () => {
    expect(waitsForNewTime(lost, [], new Date('2026-12-24T09:59:59Z'))).toBe(true);
    expect(waitsForNewTime(lost, [], new Date('2026-12-24T10:00:00Z'))).toBe(false);
  });
});
