import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isInForce,
  isRecentLogIn,
  isTouchDue,
  newSessionTimes,
  RECENT_LOG_IN,
  secondsLeft,
  TOUCH_EVERY,
  touched,
} from './session-limits';

const limits = { idleMinutes: 30, absoluteHours: 4 };
const IDLE_LIMIT = 30 * 60_000;
const ABSOLUTE_LIMIT = 4 * 3_600_000;

const start = new Date('2026-11-24T12:00:00Z');
const after = (ms: number) => new Date(start.getTime() + ms);
const fresh = { ...newSessionTimes(start, limits), endedAt: null };

describe('how long a log-in lasts', () => {
  it('is in force until the idle limit, and not at it', () => {
    expect(isInForce(fresh, after(IDLE_LIMIT - 1))).toBe(true);
    expect(isInForce(fresh, after(IDLE_LIMIT))).toBe(false);
  });

  it('is over at once when ended, whatever the limits say', () => {
    expect(isInForce({ ...fresh, endedAt: start }, start)).toBe(false);
  });

  it('lives on by being used, but never past the absolute limit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: IDLE_LIMIT - 1 }), { maxLength: 40 }), (pauses) => {
        let session: typeof fresh = fresh;
        let at = start;
        for (const pause of pauses) {
          at = new Date(at.getTime() + pause);
          if (!isInForce(session, at)) break;
          session = { ...session, ...touched(session, at, limits) };
          expect(session.idleExpiresAt.getTime()).toBeLessThanOrEqual(session.absoluteExpiresAt.getTime());
        }
        expect(isInForce(session, after(ABSOLUTE_LIMIT))).toBe(false);
      }),
    );
  });

  it('is written down as seen once a minute at most', () => {
    expect(isTouchDue(fresh, after(TOUCH_EVERY - 1))).toBe(false);
    expect(isTouchDue(fresh, after(TOUCH_EVERY))).toBe(true);
  });

  it('follows a municipality that has changed its limit from the next sign of life, the age limit it began with', () => {
    const shorter = touched(fresh, after(60_000), { idleMinutes: 10, absoluteHours: 1 });
    expect(shorter.idleExpiresAt).toEqual(after(11 * 60_000));
    expect(touched(fresh, after(ABSOLUTE_LIMIT - 60_000), limits).idleExpiresAt).toEqual(
      fresh.absoluteExpiresAt,
    );
    expect(newSessionTimes(start, { idleMinutes: 60, absoluteHours: 1 })).toMatchObject({
      idleExpiresAt: after(3_600_000),
      absoluteExpiresAt: after(3_600_000),
    });
  });

  it('says how long is left, and never less than nothing', () => {
    expect(secondsLeft(fresh, after(60_000))).toEqual({
      idleSeconds: IDLE_LIMIT / 1000 - 60,
      absoluteSeconds: ABSOLUTE_LIMIT / 1000 - 60,
    });
    expect(secondsLeft(fresh, after(ABSOLUTE_LIMIT * 2)).idleSeconds).toBe(0);
  });

  it('is recent for ten minutes', () => {
    expect(isRecentLogIn(fresh, after(RECENT_LOG_IN - 1))).toBe(true);
    expect(isRecentLogIn(fresh, after(RECENT_LOG_IN))).toBe(false);
  });
});
