import { describe, expect, it } from 'vitest';
import { rateLimiter } from '@/lib/kernel/rate-limit';
import { rateHeaders } from './rate-limit';

const limit = { calls: 3, windowSeconds: 60 };
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24, 12, 0, seconds));

describe('the limit of calls', () => {
  it('is told in the headers, with when to come back', () => {
    const count = rateLimiter({ calls: 1, windowSeconds: 60 });
    expect(rateHeaders(limit, count('a', at(0)))).toEqual({
      'ratelimit-policy': '"default";q=3;w=60',
      ratelimit: '"default";r=0;t=60',
    });
    expect(rateHeaders(limit, count('a', at(10)))['retry-after']).toBe('50');
  });
});
