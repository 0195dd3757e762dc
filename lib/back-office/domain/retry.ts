const SECOND = 1_000;
const FIRST_PAUSE = 2 * SECOND;
const LONGEST_PAUSE = 30 * 60 * SECOND;
const GIVE_UP_AFTER = 48 * 60 * 60 * SECOND;

/**
 * When to tell a silent back office again, or null when it is time to park the delivery and let a person look.
 * Pauses double from 2 seconds to half an hour, and go on for 48 hours: a system that was down over a weekend's night or
 * through a day's maintenance is told by itself. `chance` (0–1) spreads each pause over 75–125 % of its length, so that
 * all that waited for the same system doesn't knock in the same second.
 */
export function nextAttempt(facts: {
  /** attempts made so far, the one that just failed included */
  attempts: number;
  since: Date;
  now: Date;
  chance: number;
}): Date | null {
  const pause = Math.min(FIRST_PAUSE * 2 ** Math.min(facts.attempts - 1, 30), LONGEST_PAUSE);
  const spread = pause * (0.75 + facts.chance / 2);
  const at = new Date(facts.now.getTime() + spread);
  return isTimeUp(facts.since, at) ? null : at;
}

/** Whether a delivery that has waited since then is given up rather than tried at this time. */
export const isTimeUp = (since: Date, at: Date): boolean => at.getTime() - since.getTime() > GIVE_UP_AFTER;
