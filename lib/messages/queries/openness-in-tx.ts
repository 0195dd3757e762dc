import 'server-only';
import type { CaseOfMessages } from '@/lib/cases/api';
import { type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import { now } from '@/lib/platform/clock';
import type { Tx } from '@/lib/platform/db';
import { findRuleInTx } from '@/lib/tenants/api';
import { type Openness, openness } from '../domain/openness';

/** Whether she can write about a case today. The rule is that of the day it ended: what she was told then still holds. */
export async function opennessInTx(
  tx: Tx,
  tenantId: string,
  theCase: Pick<CaseOfMessages, 'endedOn' | 'statusTakesMessages'>,
): Promise<Openness> {
  const { endedOn } = theCase;
  const rule = endedOn && (await findRuleInTx(tx, tenantId, 'messages.after-case-ended', endedOn));
  return openness(theCase, rule, dateInSweden(now()));
}

/** Whether one can write to a service that one has not applied for: the municipality's rule of the day says which. */
export async function takesMessagesInTx(
  tx: Tx,
  tenantId: string,
  slug: string,
  on: CalendarDate,
): Promise<boolean> {
  const rule = await findRuleInTx(tx, tenantId, 'messages.to-services', on);
  return rule?.services.includes(slug) ?? false;
}
