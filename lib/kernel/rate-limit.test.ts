import { describe, expect, it } from 'vitest';
import { rateLimiter } from './rate-limit';

const limit = { calls: 3, windowSeconds: 60 };
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24, 12, 0, seconds));

describe('the limit of calls', () => {
  it('lets so many through and then none until the window is over', () => {
    const count = rateLimiter(limit);
    expect([0, 1, 2].map((second) => count('a', at(second)).isAllowed)).toEqual([true, true, true]);
    expect(count('a', at(3))).toEqual({ isAllowed: false, left: 0, resetSeconds: 57 });
    expect(count('a', at(60))).toEqual({ isAllowed: true, left: 2, resetSeconds: 60 });
  });

  it('can be looked at without a call', () => {
    const count = rateLimiter({ calls: 1, windowSeconds: 60 });
    expect(count('a', at(0), 0).left).toBe(1);
    count('a', at(0));
    expect(count('a', at(0), 0).left).toBe(0);
  });

  it('counts each caller apart', () => {
    const count = rateLimiter({ calls: 1, windowSeconds: 60 });
    expect(count('a', at(0)).isAllowed).toBe(true);
    expect(count('b', at(0)).isAllowed).toBe(true);
    expect(count('a', at(0)).isAllowed).toBe(false);
  });

  it('remembers no more callers than it may, and is as quick with many as with few', () => {
    const count = rateLimiter({ calls: 1, windowSeconds: 60 }, 3);
    for (const caller of ['a', 'b', 'c']) count(caller, at(0));
    // A look makes nobody a caller.
    count('d', at(1), 0);
    expect(count('a', at(1), 0).left).toBe(0);
    count('d', at(1));
    expect(['a', 'b', 'c', 'd'].map((caller) => count(caller, at(2), 0).left)).toEqual([1, 0, 0, 0]);
    // Who began anew is the youngest.
    count('b', at(60));
    count('e', at(60));
    expect(['b', 'c', 'd', 'e'].map((caller) => count(caller, at(60), 0).left)).toEqual([0, 1, 0, 0]);
  });
});
