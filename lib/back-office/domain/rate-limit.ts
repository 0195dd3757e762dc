import type { RateLimit, RateVerdict } from '@/lib/kernel/rate-limit';

/** draft-ietf-httpapi-ratelimit-headers: the policy and what is left of it. */
export const rateHeaders = (limit: RateLimit, verdict: RateVerdict): Record<string, string> => ({
  'ratelimit-policy': `"default";q=${limit.calls};w=${limit.windowSeconds}`,
  ratelimit: `"default";r=${verdict.left};t=${verdict.resetSeconds}`,
  ...(!verdict.isAllowed && { 'retry-after': String(verdict.resetSeconds) }),
});
