/** Why a notice was not sent; stands on its row. */
export type DropReason = 'no-address' | 'protected-identity' | 'no-longer-news';

/**
 * Whether she can be told by mail at all. A person with protected identity is not: an address can lead to her, and a
 * mail shows others that she has to do with this municipality.
 */
export function reachable(person: { email: string | null; protectedIdentity: boolean }): DropReason | null {
  if (person.protectedIdentity) return 'protected-identity';
  return person.email ? null : 'no-address';
}

/** Tries before a mail is given up: with the queue's growing pauses about a day and a half. */
export const MAX_ATTEMPTS = 14;
