import { describe, expect, it } from 'vitest';
import { doorOf, opensAt, videoLink } from './video-link';

const meeting = { startsAt: new Date('2026-12-04T08:15:00Z'), endsAt: new Date('2026-12-04T09:15:00Z') };

describe('a meeting by video', () => {
  it.each([
    ['2026-12-04T07:59:59Z', 'not-yet'],
    ['2026-12-04T08:00:00Z', 'open'],
    ['2026-12-04T09:14:59Z', 'open'],
    ['2026-12-04T09:15:00Z', 'over'],
  ])('at %s: %s', (now, door) => {
    expect(doorOf(meeting, new Date(now))).toBe(door);
    expect(opensAt(meeting)).toEqual(new Date('2026-12-04T08:00:00Z'));
  });

  it('is at an address that is made of its id, and of nothing else', () => {
    expect(videoLink('https://video.example/room/{meeting}?lang=sv', 'a b/c')).toBe(
      'https://video.example/room/a%20b%2Fc?lang=sv',
    );
  });
});
