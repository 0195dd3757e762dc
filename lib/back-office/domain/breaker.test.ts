import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admit, afterTry, type Breaker, breakerRules, CLOSED, letThrough, putOffUntil } from './breaker';

const start = new Date('2026-11-24T08:00:00Z');
const at = (ms: number) => new Date(start.getTime() + ms);
const fail = (breaker: Breaker, deliveryId: string, ms: number, chance = 0.5) =>
  afterTry(breaker, { deliveryId, isAway: true, now: at(ms), chance });
const hear = (breaker: Breaker, ms: number) =>
  afterTry(breaker, { deliveryId: 'x', isAway: false, now: at(ms), chance: 0.5 });
const opened = () => ['a', 'b', 'c', 'd', 'e'].reduce((breaker, id) => fail(breaker, id, 0), CLOSED);

describe('a breaker', () => {
  it('opens when five different deliveries have failed in a row', () => {
    const four = ['a', 'b', 'c', 'd'].reduce((breaker, id) => fail(breaker, id, 0), CLOSED);
    expect(admit(four, at(1))).toBe('go');
    expect(fail(four, 'd', 1).state).toBe('closed');
    expect(hear(four, 1)).toEqual(CLOSED);
    expect(fail(four, 'e', 1)).toMatchObject({ state: 'open', openedAt: at(1), tryAt: at(15_001) });
  });

  it('forgets failures that are far apart', () => {
    const four = ['a', 'b', 'c', 'd'].reduce((breaker, id) => fail(breaker, id, 0), CLOSED);
    expect(fail(four, 'e', breakerRules.within).state).toBe('open');
    expect(fail(four, 'e', breakerRules.within + 1)).toMatchObject({ state: 'closed', failedIds: ['e'] });
  });

  it('lets one through when its pause is over, and pauses longer each time that is in vain, to five minutes', () => {
    let breaker = opened();
    const pauses: number[] = [];
    let now = 0;
    for (let times = 0; times < 8; times += 1) {
      const tryAt = breaker.tryAt?.getTime() ?? 0;
      pauses.push((tryAt - at(now).getTime()) / 1_000);
      expect(admit(breaker, new Date(tryAt - 1))).toEqual({ until: new Date(tryAt) });
      now = tryAt - start.getTime();
      expect(admit(breaker, at(now))).toBe('try');
      breaker = letThrough(breaker, at(now));
      expect(admit(breaker, at(now + 1))).not.toBe('try');
      breaker = fail(breaker, 'a', now);
    }
    expect(pauses).toEqual([15, 30, 60, 120, 240, 300, 300, 300]);
    expect(hear(letThrough(breaker, at(now)), now)).toEqual(CLOSED);
  });

  it('lets another through where the one it let through was never heard of again', () => {
    const trying = letThrough(opened(), at(20_000));
    expect(admit(trying, at(20_000 + breakerRules.lostAfter - 1))).not.toBe('try');
    expect(admit(trying, at(20_000 + breakerRules.lostAfter))).toBe('try');
  });

  it('has what waits come back after the next try, never before', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (chance) => {
        const pause = putOffUntil(start, chance).getTime() - start.getTime();
        expect(pause).toBeGreaterThan(0);
        expect(pause).toBeLessThanOrEqual(breakerRules.putOffSpread);
      }),
    );
  });
});

// Whatever happens, in whatever order: deliveries come, are heard or fail, time passes.
const step = fc.record({
  delivery: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
  isAway: fc.boolean(),
  wait: fc.integer({ min: 0, max: 400_000 }),
  chance: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('a breaker, whatever happens', () => {
  it('is never shut for good, has one under way at a time, and opens for five different ones alone', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let breaker = CLOSED;
        let now = start;
        let since = new Set<string>();
        for (const { delivery, isAway, wait, chance } of steps) {
          now = new Date(now.getTime() + wait);
          const before = breaker;
          const admission = admit(breaker, now);
          if (typeof admission === 'object') {
            expect(admission.until > now).toBe(true);
            const longest = Math.max(breakerRules.longestPause * 1.25, breakerRules.lostAfter);
            expect(admission.until.getTime() - now.getTime()).toBeLessThanOrEqual(longest);
            continue;
          }
          if (admission === 'try') {
            breaker = letThrough(breaker, now);
            expect(admit(breaker, now)).not.toBe('go');
            expect(admit(breaker, now)).not.toBe('try');
          }
          breaker = afterTry(breaker, { deliveryId: delivery, isAway, now, chance });
          if (!isAway) since = new Set();
          else since.add(delivery);
          if (!isAway) expect(breaker).toEqual(CLOSED);
          if (before.state === 'closed' && breaker.state === 'open')
            expect(since.size).toBeGreaterThanOrEqual(breakerRules.failures);
          if (breaker.state === 'open') expect(breaker.tryAt && breaker.tryAt > now).toBe(true);
        }
      }),
    );
  });
});
