import { type Interval, overlap } from './interval';

/** A time that could be hers instead. */
export interface OtherTime {
  startsAt: number;
  endsAt: number;
  placeId: string | null;
  officerIds: readonly string[];
  /** of a group: its meeting */
  meetingId: string | null;
}

/** So long it is worth waiting for the officer that she was to meet. */
const SAME_OFFICER_MS = 14 * 86_400_000;

/**
 * Which time she gets when hers is taken from her: the first later one at the same place that doesn't overlap anything else
 * she has booked; with the same officer, where there is one within two weeks. Never another place or another way of
 * meeting: she may not be able to. Undefined where there is none: then she has to choose for herself.
 * @param times in order, of the same type and way
 */
export function newTimeFor<T extends OtherTime>(
  times: readonly T[],
  was: { startsAt: number; placeId: string | null; officerId: string | null },
  booked: readonly Interval[],
): T | undefined {
  const possible = times.filter(
    ({ startsAt, endsAt, placeId }) =>
      startsAt > was.startsAt &&
      placeId === was.placeId &&
      !booked.some((other) => overlap(other, { start: startsAt, end: endsAt })),
  );
  const same = possible.find(
    ({ startsAt, officerIds }) =>
      officerIds.includes(was.officerId ?? '') && startsAt <= was.startsAt + SAME_OFFICER_MS,
  );
  return same ?? possible[0];
}
