import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextAttempt } from './retry';

const since = new Date('2026-11-24T08:00:00Z');
const HOUR = 3_600_000;

describe('when a silent back office is told again', () => {
  it('is soon at first, and half an hour apart in the end', () => {
    const pause = (attempts: number) =>
      (nextAttempt({ attempts, since, now: since, chance: 0.5 })?.getTime() ?? 0) - since.getTime();
    expect([1, 2, 3, 4].map(pause)).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(pause(11)).toBe(30 * 60_000);
    expect(pause(1_000)).toBe(30 * 60_000);
  });

  it('spreads each pause, never to nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempts, chance) => {
          const middle = nextAttempt({ attempts, since, now: since, chance: 0.5 }) as Date;
          const at = nextAttempt({ attempts, since, now: since, chance }) as Date;
          const share = (at.getTime() - since.getTime()) / (middle.getTime() - since.getTime());
          expect(share).toBeGreaterThanOrEqual(0.749);
          expect(share).toBeLessThanOrEqual(1.251);
        },
      ),
    );
  });

  it('goes on for at least a day and a night, whatever chance says, and then gives up', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (chances) => {
        let now = since;
        let attempts = 0;
        for (const chance of chances) {
          attempts += 1;
          const next = nextAttempt({ attempts, since, now, chance });
          if (!next) break;
          expect(next.getTime()).toBeGreaterThan(now.getTime());
          now = next;
        }
        expect(now.getTime() - since.getTime()).toBeGreaterThan(47 * HOUR);
        expect(now.getTime() - since.getTime()).toBeLessThanOrEqual(48 * HOUR);
        expect(attempts).toBeLessThan(200);
      }),
      { numRuns: 20 },
    );
  });
});
