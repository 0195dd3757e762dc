/**
 * What came of a try to reach a system is a closed code: "heard", or the kind of error of lib/platform/http-client.ts with
 * the status that was answered. A delivery that was heard of and never fetched is parked as "never-fetched". These are the
 * codes that mean the same to whoever must do something about it. Texts: systems.json, outcomes.
 */
export const outcomeGroups = [
  'heard',
  'unreachable',
  'timeout',
  'refused-5',
  'refused-often',
  'refused-rights',
  'refused-gone',
  'refused-4',
  'redirected',
  'not-understood',
  'never-fetched',
  'held-back',
  'other',
] as const;

export type OutcomeGroup = (typeof outcomeGroups)[number];

export function outcomeGroup(code: string): OutcomeGroup {
  const status = Number(/^refused-(\d{3})$/.exec(code)?.[1]);
  if (status === 429) return 'refused-often';
  if (status === 401 || status === 403) return 'refused-rights';
  if (status === 404 || status === 410) return 'refused-gone';
  if (status >= 500) return 'refused-5';
  if (status >= 400) return 'refused-4';
  if (status >= 300) return 'redirected';
  return outcomeGroups.find((group) => group === code) ?? 'other';
}

/** It was never tried before its time was up: nothing got through to its system (domain/breaker.ts). */
export const HELD_BACK = 'held-back';

/**
 * Whether the system itself is away, shut to us or overwhelmed, so that the next delivery fares no better. One that
 * answers, and won't have this very delivery, is not.
 */
export function isAway(code: string): boolean {
  const group = outcomeGroup(code);
  return !['heard', 'refused-4', 'not-understood'].includes(group) || code === 'refused-408';
}
