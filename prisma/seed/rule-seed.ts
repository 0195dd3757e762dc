import { type CalendarDate, calendarDate } from '@/lib/kernel/calendar-date';
import type { RuleKey, RuleValue } from '@/lib/tenants/domain/rules';

export interface RuleSeed<K extends RuleKey> {
  tenantId: string;
  key: K;
  validFrom: CalendarDate;
  validTo?: CalendarDate;
  value: RuleValue<K>;
  source: string;
}

export const rule = <K extends RuleKey>(seed: RuleSeed<K>): RuleSeed<K> => seed;
export const day = calendarDate;

export const tenantIds = ['granvik', 'ekhamn'] as const;
