import { addDays, type CalendarDate, daysBetween } from '@/lib/kernel/calendar-date';

/** The municipality's rule `draft.kept`. */
export interface DraftsKept {
  days: number;
  warnDays: number;
}

/** Drafts that were last changed on this day, or before, are told of. */
export const warnedIfUntouchedSince = (today: CalendarDate, { days, warnDays }: DraftsKept): CalendarDate =>
  addDays(today, warnDays - days);

/**
 * The day a draft is thrown away, decided when she is told. Never sooner than the warning promises: where nobody was
 * told in time, because nothing ran or the rule has become stricter, the day moves.
 */
export function removalDay(
  lastChangedOn: CalendarDate,
  today: CalendarDate,
  { days, warnDays }: DraftsKept,
): CalendarDate {
  const promised = addDays(today, warnDays);
  return addDays(promised, Math.max(0, daysBetween(promised, addDays(lastChangedOn, days))));
}
