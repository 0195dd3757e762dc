import { describe, expect, it } from 'vitest';
import { newTimeFor } from './new-time';

const DAY = 86_400_000;
const time = (day: number, officers: string[], placeId: string | null = 'house') => ({
  startsAt: day * DAY,
  endsAt: day * DAY + 3_600_000,
  placeId,
  officerIds: officers,
  meetingId: null,
});
const was = { startsAt: 10 * DAY, placeId: 'house', officerId: 'maria' };

describe('a new time for who was booked', () => {
  it('is the same officer’s within two weeks, though another’s is sooner', () => {
    const times = [time(9, ['maria']), time(11, ['nils']), time(24, ['nils', 'maria'])];
    expect(newTimeFor(times, was, [])).toBe(times[2]);
  });

  it('is anybody’s first where hers would take longer', () => {
    const times = [time(11, ['nils']), time(25, ['maria'])];
    expect(newTimeFor(times, was, [])).toBe(times[0]);
  });

  it('is at the same place, and when she has nothing else; else there is none', () => {
    const times = [time(11, ['maria'], 'barn'), time(12, ['maria'], null), time(13, ['maria'])];
    expect(newTimeFor(times, was, [])).toBe(times[2]);
    const other = { start: 13 * DAY + 1, end: 13 * DAY + 2 };
    expect(newTimeFor(times, was, [other])).toBeUndefined();
  });
});
