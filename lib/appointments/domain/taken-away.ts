const DAY = 24 * 60 * 60_000;
/** What was lost so long ago is no longer asked about. */
const ASKED_DAYS = 30;

interface LostTime {
  endsAt: Date;
  /** when it was taken away */
  endedAt: Date | null;
  /** she has said that she needs no other */
  needsNoneAt: Date | null;
}

/** A time that was to end after this may still wait for her. */
export const askedFrom = (now: Date): Date => new Date(now.getTime() - ASKED_DAYS * DAY);

/**
 * Whether a time that the municipality took away still waits for her to choose another: until she has booked one of its
 * kind since, or says that she needs none, or its day is a month ago. Its day alone ends nothing: most are called off the
 * same morning. The overview's statement says the same in SQL (lib/cases/queries/overview-statement.ts).
 * @param bookedAt when she has booked what she has booked of that kind
 */
export function waitsForNewTime(lost: LostTime, bookedAt: readonly Date[], now: Date): boolean {
  const { endsAt, endedAt, needsNoneAt } = lost;
  const hasBookedSince = endedAt !== null && bookedAt.some((at) => at > endedAt);
  return !hasBookedSince && needsNoneAt === null && endsAt > askedFrom(now);
}
