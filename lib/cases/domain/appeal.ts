import type { CalendarDate } from '@/lib/kernel/calendar-date';
import { lastDayOf } from '@/lib/kernel/legal-time';
import type { RuleKey } from '@/lib/tenants/domain/rules';
import { isWithTheCourt } from './appeal-step';

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
 * Whether an appeal that came in on a day did so after the last. It is taken in all the same: the board decides, and has
 * to try it where it has told her the wrong day (FL 45 §).
 */
export const isLate = (cameInOn: CalendarDate, lastOn: CalendarDate | null): boolean =>
  lastOn !== null && cameInOn > lastOn;

/**
 * The last day an appeal may reach whom it is sent to. FL (2017:900) 44 §: within three weeks from the day she got the
 * decision. KL (2017:725) 13 kap. 5 §: within three weeks from the day it was announced on the municipality's notice
 * board that the minutes had been approved, whoever has read it. `weeks` comes from the dated rule.
 */
export const appealLastOn = (countedFrom: CalendarDate, weeks: number): CalendarDate =>
  lastDayOf(countedFrom, { weeks });

/** Why an appeal of a decision can't be written here: the errors' names. Null where it can. */
export type AppealRefusal = 'appeal-unread' | 'appeal-not-here' | 'appeal-at-court';

/**
 * Only what is appealed to the board is sent here. A legality review goes to the court itself (KL 13 kap. 4 §), and what
 * she has not opened she has not got. That the last day has passed is no reason: the board decides (FL 45 §).
 * Once the board has passed it on (FL 46 §), the court is whom she writes to.
 */
export function appealRefusal({
  isOpened,
  kind,
  steps,
}: {
  isOpened: boolean;
  kind: AppealKind;
  /** what has become of it */
  steps: readonly string[];
}): AppealRefusal | null {
  if (kind !== 'administrative') return 'appeal-not-here';
  if (!isOpened) return 'appeal-unread';
  return isWithTheCourt(steps) ? 'appeal-at-court' : null;
}
