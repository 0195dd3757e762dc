import type { TypeTimes } from './appointment-type';
import { type FreeTime, takenBy } from './free-times';
import { overlap } from './interval';
import type { MeetingWay } from './words';

/** From when until when somebody can be met who could not: an officer, at a place, in a room; everybody where none is said. */
export interface Opened {
  officerId?: string | undefined;
  placeId?: string | undefined;
  roomId?: string | undefined;
  /** as ISO says it: it stands in a job */
  from: string;
  /** for good, without */
  to?: string | undefined;
}

/**
 * Whether a time that is free is so by what has opened: its place, all who can be met then, or all rooms for it. What
 * could be booked before too has not come free: whoever waits has seen it.
 */
export function isOpenedTime(
  type: TypeTimes,
  way: MeetingWay,
  { startsAt, placeId, officerIds, roomIds }: FreeTime,
  all: readonly Opened[],
): boolean {
  const taken = takenBy(type, way, startsAt);
  const then = all.filter(({ from, to }) =>
    overlap(taken, { start: Date.parse(from), end: to ? Date.parse(to) : Number.POSITIVE_INFINITY }),
  );
  const isOpenPlace = then.some((one) =>
    one.placeId ? one.placeId === placeId : !(one.officerId || one.roomId),
  );
  const isEach = (ids: readonly string[], key: 'officerId' | 'roomId') =>
    ids.length > 0 && ids.every((id) => then.some((one) => one[key] === id));
  return isOpenPlace || isEach(officerIds, 'officerId') || isEach(roomIds, 'roomId');
}
