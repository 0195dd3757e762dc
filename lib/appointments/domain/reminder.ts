const MINUTE = 60_000;

export interface ToBeReminded {
  startsAt: Date;
  /** so long before the meeting, as the type has it, in any order */
  remindMinutes: readonly number[];
  /** when she got this very time: booked it, or was moved to it */
  gotAt: Date;
  /** the reminders that she has had of this very time */
  reminded: readonly number[];
}

/**
 * The reminder that is due of a time, or null. Of several that nobody has sent, since no worker ran, only the latest is still
 * of use. One whose moment was before she had the time is none: she has just chosen it. Minutes are minutes, whatever is
 * done to the clock meanwhile.
 */
export function reminderDue(
  { startsAt, remindMinutes, gotAt, reminded }: ToBeReminded,
  now: Date,
): number | null {
  if (now >= startsAt) return null;
  const passed = remindMinutes.filter((minutes) => minutes > 0 && momentOf(startsAt, minutes) <= now);
  if (passed.length === 0) return null;
  const latest = Math.min(...passed);
  const isNeeded = gotAt <= momentOf(startsAt, latest) && !reminded.some((minutes) => minutes <= latest);
  return isNeeded ? latest : null;
}

/** Whether the moment of a reminder is still to come, so that she can be promised one. */
export const isReminderAhead = (
  { startsAt, remindMinutes }: Pick<ToBeReminded, 'startsAt' | 'remindMinutes'>,
  now: Date,
): boolean => remindMinutes.some((minutes) => minutes > 0 && momentOf(startsAt, minutes) > now);

const momentOf = (startsAt: Date, minutes: number): Date => new Date(startsAt.getTime() - minutes * MINUTE);
