import type { RuleValue } from '@/lib/tenants/domain/rules';

export interface Contact {
  clientId: string;
  /** when something was last heard from the system: a call of its own, or an answer to a webhook */
  heardAt: Date;
  /** how often it has been told in vain of a delivery that was made after that; 0 where it has not */
  toldInVain: number;
}

/**
 * Since when a system is silent, or null while it is not: not heard from for longer than its rule says, or told in vain so
 * often of something new that it is known before that time is up. A webhook that fails while the system asks for itself
 * what waits is no silence: nothing waits in vain.
 */
export function silentSince(
  { clientId, heardAt, toldInVain }: Contact,
  rule: RuleValue<'source.silent'>,
  now: Date,
): Date | null {
  const minutes = rule.systems?.[clientId]?.minutes ?? rule.minutes;
  const isOverdue = now.getTime() - heardAt.getTime() > minutes * 60_000;
  return isOverdue || toldInVain >= rule.tells ? heardAt : null;
}
