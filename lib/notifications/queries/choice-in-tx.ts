import 'server-only';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import type { Tx } from '@/lib/platform/db';
import { findRuleInTx, getRuleInTx } from '@/lib/tenants/api';
import type { RuleValue } from '@/lib/tenants/domain/rules';
import { type Choice, type QuietChoice, waysFrom } from '../domain/notice-choice';

/** How a person wants to be told, and what her municipality has decided for whoever hasn't said. */
export async function getChoiceInTx(tx: Tx, tenantId: string, personId: string, now: Date): Promise<Choice> {
  const row = await tx.noticePreference.findUnique({
    where: { tenantId_personId: { tenantId, personId } },
  });
  const municipality = await findRuleInTx(tx, tenantId, 'notice.quiet-hours', dateInSweden(now));
  return { ways: waysFrom(row?.ways), quiet: quietFrom(row), municipality };
}

function quietFrom(
  row: { quiet: string; quietFrom: number | null; quietTo: number | null } | null,
): QuietChoice {
  if (row?.quiet === 'own' && row.quietFrom !== null && row.quietTo !== null)
    return { quiet: 'own', from: row.quietFrom, to: row.quietTo };
  return { quiet: row?.quiet === 'none' ? 'none' : 'municipality' };
}

export const getSendingRuleInTx = (
  tx: Tx,
  tenantId: string,
  now: Date,
): Promise<RuleValue<'notice.sending'>> => getRuleInTx(tx, tenantId, 'notice.sending', dateInSweden(now));
