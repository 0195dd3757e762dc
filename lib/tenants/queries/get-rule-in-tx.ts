import 'server-only';
import { type CalendarDate, toDbDate } from '@/lib/kernel/calendar-date';
import type { Tx } from '@/lib/platform/db';
import { parseRule, type RuleKey, type RuleValue } from '../domain/rules';

/** The rule in force on a day, or null where the municipality has none. Public facts: no rights are asked for. */
export async function findRuleInTx<K extends RuleKey>(
  tx: Tx,
  tenantId: string,
  key: K,
  on: CalendarDate,
): Promise<RuleValue<K> | null> {
  const day = toDbDate(on);
  const row = await tx.datedRule.findFirst({
    where: { tenantId, key, validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] },
    orderBy: { validFrom: 'desc' },
    select: { value: true },
  });
  return row && parseRule(key, row.value);
}

/** As findRuleInTx, for rules that every municipality must have; a missing one is a fault in the reference data. */
export async function getRuleInTx<K extends RuleKey>(
  tx: Tx,
  tenantId: string,
  key: K,
  on: CalendarDate,
): Promise<RuleValue<K>> {
  const value = await findRuleInTx(tx, tenantId, key, on);
  if (!value) throw new Error(`${tenantId} has no rule ${key} in force on ${on}`);
  return value;
}
