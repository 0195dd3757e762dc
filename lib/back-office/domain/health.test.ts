import { describe, expect, it } from 'vitest';
import { endsSoon, type HealthFacts, healthOf } from './health';

const now = new Date('2026-11-24T08:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const well: HealthFacts = {
  active: true,
  lastSeenAt: ago(1),
  silentSince: null,
  parked: 0,
  unfit: 0,
  isSpared: false,
  oldestWaitingAt: null,
};

describe('how a system is', () => {
  it('is said by what to look at first', () => {
    expect(healthOf(well, now)).toBe('well');
    expect(healthOf({ ...well, oldestWaitingAt: ago(14) }, now)).toBe('well');
    const behind = { ...well, oldestWaitingAt: ago(16) };
    expect(healthOf(behind, now)).toBe('behind');
    const silent = { ...behind, silentSince: ago(30) };
    expect(healthOf(silent, now)).toBe('silent');
    const never = { ...silent, lastSeenAt: null };
    expect(healthOf(never, now)).toBe('never');
    const unfit = { ...never, unfit: 1 };
    expect(healthOf(unfit, now)).toBe('unfit');
    const spared = { ...unfit, isSpared: true };
    expect(healthOf(spared, now)).toBe('spared');
    const off = { ...spared, active: false };
    expect(healthOf(off, now)).toBe('off');
    expect(healthOf({ ...off, parked: 1 }, now)).toBe('parked');
  });

  it('warns of a key thirty days before it ends, and after; never of one without end', () => {
    expect(endsSoon(null, now)).toBe(false);
    expect(endsSoon(ago(-31 * 24 * 60), now)).toBe(false);
    expect(endsSoon(ago(-29 * 24 * 60), now)).toBe(true);
    expect(endsSoon(ago(1), now)).toBe(true);
  });
});
