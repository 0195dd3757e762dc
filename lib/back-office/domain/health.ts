/** How a system is, in the order of what to look at first. Texts: systems.json, health. */
export type Health = 'off' | 'parked' | 'spared' | 'unfit' | 'silent' | 'never' | 'behind' | 'well';

export interface HealthFacts {
  active: boolean;
  lastSeenAt: Date | null;
  silentSince: Date | null;
  parked: number;
  /** messages from it that wait for somebody to look */
  unfit: number;
  isSpared: boolean;
  oldestWaitingAt: Date | null;
}

// What waits is received within seconds when all is well; a quarter of an hour is more than one pause of a webhook.
const BEHIND_AFTER_MS = 15 * 60_000;

export function healthOf(facts: HealthFacts, now: Date): Health {
  const { active, lastSeenAt, silentSince, parked, unfit, isSpared, oldestWaitingAt } = facts;
  if (parked > 0) return 'parked';
  if (!active) return 'off';
  if (isSpared) return 'spared';
  if (unfit > 0) return 'unfit';
  if (lastSeenAt === null) return 'never';
  if (silentSince) return 'silent';
  const waits = oldestWaitingAt && now.getTime() - oldestWaitingAt.getTime() > BEHIND_AFTER_MS;
  return waits ? 'behind' : 'well';
}

/** A key or certificate that ends so soon is warned of: time enough for a vendor to make the next and have it in place. */
const WARNING_MS = 30 * 86_400_000;

export const endsSoon = (expiresAt: Date | null, now: Date): boolean =>
  expiresAt !== null && expiresAt.getTime() - now.getTime() < WARNING_MS;
