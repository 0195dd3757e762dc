import type { CalendarDate } from '@/lib/kernel/calendar-date';
import { lastDayOf } from '@/lib/kernel/legal-time';
import type { RuleKey } from '@/lib/tenants/domain/rules';

/**
 * How a decision can be appealed, as the office that made it says:
 * - `administrative`: by the person it concerns (förvaltningsbesvär, FL 40–46 §§), the usual way;
 * - `legality`: by any member of the municipality (laglighetsprövning, KL 13 kap.);
 * - `none`: not at all, as an offer of a place.
 */
export const appealKinds = ['administrative', 'legality', 'none'] as const;
export type AppealKind = (typeof appealKinds)[number];

/** The dated rule that says how long one has. */
export const appealRules = {
  administrative: 'appeal.time',
  legality: 'appeal.legality-time',
} as const satisfies Partial<Record<AppealKind, RuleKey>>;

/**
 * The last day an appeal may reach whom it is sent to. FL (2017:900) 44 §: within three weeks from the day she got the
 * decision. KL (2017:725) 13 kap. 5 §: within three weeks from the day it was announced on the municipality's notice
 * board that the minutes had been approved, whoever has read it. `weeks` comes from the dated rule.
 */
export const appealLastOn = (countedFrom: CalendarDate, weeks: number): CalendarDate =>
  lastDayOf(countedFrom, { weeks });
