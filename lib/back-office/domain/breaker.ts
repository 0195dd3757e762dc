/**
 * A system to which nothing gets through is spared: its deliveries wait together, and one of them at a time tries. Else a
 * system that is down would be knocked at by all that waits for it, each with pauses of its own, and meet them all at
 * once when it comes back.
 */
export interface Breaker {
  state: 'closed' | 'open' | 'half-open';
  /** deliveries that have failed since the last that did not */
  failedIds: readonly string[];
  failingSince: Date | null;
  openedAt: Date | null;
  /** how often one has been let through in vain since it opened */
  tries: number;
  /** when the next is let through */
  tryAt: Date | null;
  /** when the one that is under way was let through */
  tryingSince: Date | null;
}

export const CLOSED: Breaker = {
  state: 'closed',
  failedIds: [],
  failingSince: null,
  openedAt: null,
  tries: 0,
  tryAt: null,
  tryingSince: null,
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

export const breakerRules = {
  /**
   * So many different deliveries must fail, one after the other. One that a system can't bear fails again and again, and
   * says nothing of the others; five different ones don't by chance.
   */
  failures: 5,
  /** Within this. A system that gets a delivery an hour is no better off for being spared. */
  within: 2 * MINUTE,
  /** A restart of a case system takes about a minute, so that the first tries are soon. */
  firstPause: 15 * SECOND,
  /** What a resident has sent waits no longer than about this once the system is back; a day in vain is 300 calls. */
  longestPause: 5 * MINUTE,
  /** One that was let through and not heard of since died with its worker; no connector waits so long. */
  lostAfter: 2 * MINUTE,
  /** What is put off comes back by itself so long after the next try, spread; closing sets it going sooner. */
  putOffSpread: 15 * MINUTE,
} as const;

/** go: as if there were no breaker. try: it is the one let through. Else until when it waits. */
export type Admission = 'go' | 'try' | { until: Date };

export function admit(breaker: Breaker, now: Date): Admission {
  switch (breaker.state) {
    case 'closed':
      return 'go';
    case 'open': {
      const until = breaker.tryAt ?? now;
      return until <= now ? 'try' : { until };
    }
    case 'half-open': {
      const until = later(breaker.tryingSince ?? now, breakerRules.lostAfter);
      return until <= now ? 'try' : { until };
    }
  }
}

/** One is let through: whoever else comes waits for what becomes of it. */
export const letThrough = (breaker: Breaker, now: Date): Breaker => ({
  ...breaker,
  state: 'half-open',
  tryingSince: now,
});

/** What a try said of the system. `chance` (0–1) spreads the pause over 75–125 % of its length. */
export function afterTry(
  breaker: Breaker,
  { deliveryId, isAway, now, chance }: { deliveryId: string; isAway: boolean; now: Date; chance: number },
): Breaker {
  // Whichever it was, also one that began before it opened: the system answers.
  if (!isAway) return CLOSED;
  switch (breaker.state) {
    case 'closed': {
      const isOld = !breaker.failingSince || later(breaker.failingSince, breakerRules.within) < now;
      const failingSince = isOld ? now : breaker.failingSince;
      const failedIds = [...new Set([...(isOld ? [] : breaker.failedIds), deliveryId])];
      if (failedIds.length < breakerRules.failures) return { ...CLOSED, failedIds, failingSince };
      return {
        ...CLOSED,
        state: 'open',
        failedIds,
        failingSince,
        openedAt: now,
        tryAt: nextTry(0, now, chance),
      };
    }
    case 'half-open': {
      const tries = breaker.tries + 1;
      return { ...breaker, state: 'open', tries, tryAt: nextTry(tries, now, chance), tryingSince: null };
    }
    // It began before the breaker opened, and tells nothing new.
    case 'open':
      return breaker;
  }
}

/** When one that must wait comes back by itself, should nobody set it going before. */
export const putOffUntil = (until: Date, chance: number): Date =>
  later(until, breakerRules.putOffSpread * (0.5 + chance / 2));

function nextTry(tries: number, now: Date, chance: number): Date {
  const { firstPause, longestPause } = breakerRules;
  return later(now, Math.min(firstPause * 2 ** Math.min(tries, 30), longestPause) * (0.75 + chance / 2));
}

const later = (from: Date, ms: number): Date => new Date(from.getTime() + ms);
