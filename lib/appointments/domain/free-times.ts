import { addDays, dateInSweden } from '@/lib/kernel/calendar-date';
import { wallInstant } from '@/lib/kernel/wall-time';
import type { TypeTimes } from './appointment-type';
import { type Interval, merged } from './interval';
import type { MeetingWay } from './words';

/** When an officer can be booked. */
export interface OpeningInterval extends Interval {
  /** where visits are; null: none */
  placeId: string | null;
  ways: readonly MeetingWay[];
  /** when the place is closed: it hinders visits there, and nobody from calling */
  placeClosed: readonly Interval[];
}

export interface OfficerCalendar {
  officerId: string;
  openings: readonly OpeningInterval[];
  closed: readonly Interval[];
  /** what is taken, with its own buffers and travel */
  busy: readonly Interval[];
}

export interface RoomCalendar {
  roomId: string;
  placeId: string;
  /** with its place's */
  closed: readonly Interval[];
  busy: readonly Interval[];
}

export interface Wanted {
  way: MeetingWay;
  /** of visits */
  placeId?: string;
  officerId?: string;
  /** whoever shows when there are times needs no more than one who can be met then, and one room */
  isOneEnough?: boolean;
}

/** A time that can be taken, and with whom. */
export interface FreeTime {
  startsAt: number;
  endsAt: number;
  /** of visits */
  placeId: string | null;
  officerIds: string[];
  /** of visits of a type that needs a room */
  roomIds: string[];
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** What a meeting that begins at an instant takes of its officer and its room: itself, buffers, and the way to a home and back. */
export function takenBy(type: TypeTimes, way: MeetingWay, startsAt: number): Interval {
  const travel = way === 'home' ? type.travelMinutes : 0;
  return {
    start: startsAt - (type.beforeMinutes + travel) * MINUTE,
    end: startsAt + (type.minutes + type.afterMinutes + travel) * MINUTE,
  };
}

/**
 * Between which instants a meeting of the type may begin, asked now: notice to the minute, and to the end of the last day
 * that is not too far ahead, since people count days.
 */
export const bookable = (type: TypeTimes, now: number): Interval => ({
  start: now + type.noticeMinutes * MINUTE,
  end: wallInstant(addDays(dateInSweden(new Date(now)), type.aheadDays + 1), 0),
});

/**
 * Openings − exceptions − what is taken: every time in the window at which a meeting can begin, in order, one for each
 * place. It begins so many steps after an opening does, lies within it, and outside everything that is closed. Its buffers
 * and travel must be free too, but may lie outside the hours: they are the officer's own time, and nobody is received in it.
 * Each calendar is walked once, alongside the times; where one is enough, past those that somebody has already.
 */
export function freeTimes(
  type: TypeTimes,
  officers: readonly OfficerCalendar[],
  rooms: readonly RoomCalendar[],
  wanted: Wanted,
  window: Interval,
  now: number,
): FreeTime[] {
  const limits = bookable(type, now);
  const from = Math.max(window.start, limits.start);
  const asked = { type, wanted, from, to: Math.min(window.end, limits.end) };
  if (!type.ways.includes(wanted.way) || asked.to <= from) return [];
  const byPlace = new Map<string | null, Found>();
  for (const officer of officers) {
    if (wanted.officerId === undefined || wanted.officerId === officer.officerId) {
      collect(asked, officer, byPlace);
    }
  }
  const times = [...byPlace.values()].flatMap((found) => [...found.values()]).sort(inOrder);
  return type.needsRoom && wanted.way === 'visit' ? withRooms(asked, times, rooms) : times;
}

/** The first of what there is in a window, looked for a stretch at a time: mostly it is soon, and what comes after it need not be reckoned. */
export function firstWithin<T>(
  { start, end }: Interval,
  find: (stretch: Interval) => readonly T[],
): T | undefined {
  let length = DAY;
  for (let from = start; from < end; from += length, length = Math.min(2 * length, 8 * DAY)) {
    const [first] = find({ start: from, end: Math.min(from + length, end) });
    if (first) return first;
  }
  return undefined;
}

const inOrder = (a: FreeTime, b: FreeTime) =>
  a.startsAt - b.startsAt || ((a.placeId ?? '') < (b.placeId ?? '') ? -1 : 1);

/** Times of a place by the minute that they begin, not by the instant: small whole numbers are found several times faster. */
type Found = Map<number, FreeTime>;

interface Asked {
  type: TypeTimes;
  wanted: Wanted;
  from: number;
  to: number;
}

function collect(
  asked: Asked,
  { officerId, openings, closed, busy }: OfficerCalendar,
  byPlace: Map<string | null, Found>,
): void {
  const { type, wanted, from, to } = asked;
  const isVisit = wanted.way === 'visit';
  const length = type.minutes * MINUTE;
  const step = type.stepMinutes * MINUTE;
  const taken = takenBy(type, wanted.way, 0);
  const busyWalk = new Walk(merged(busy), -taken.start, taken.end);
  const closedWalk = new Walk(merged(closed), 0, length);
  for (const opening of openings) {
    const placeId = isVisit ? opening.placeId : null;
    if (!opening.ways.includes(wanted.way) || (isVisit && placeId === null)) continue;
    if (isVisit && wanted.placeId !== undefined && wanted.placeId !== placeId) continue;
    const placeWalk = new Walk(isVisit ? merged(opening.placeClosed) : [], 0, length);
    const last = Math.min(to - 1, opening.end - length);
    const found = byPlace.get(placeId) ?? new Map<number, FreeTime>();
    byPlace.set(placeId, found);
    for (let at = stepFrom(opening, step, from); at <= last; ) {
      const known = found.get(at / MINUTE);
      if (known && wanted.isOneEnough) {
        at += step;
        continue;
      }
      const next = Math.max(busyWalk.freeFrom(at), closedWalk.freeFrom(at), placeWalk.freeFrom(at));
      if (next > at) {
        at = stepFrom(opening, step, next);
        continue;
      }
      if (!known) {
        found.set(at / MINUTE, {
          startsAt: at,
          endsAt: at + length,
          placeId,
          officerIds: [officerId],
          roomIds: [],
        });
      } else if (known.officerIds.at(-1) !== officerId) known.officerIds.push(officerId);
      at += step;
    }
  }
}

/** The first at or after an instant that is so many steps after the opening begins. */
const stepFrom = ({ start }: Interval, step: number, at: number) =>
  start + Math.max(0, Math.ceil((at - start) / step)) * step;

/** Walks what is taken, in order, as the times that are asked about go on; where they go back (to another opening), so does it. */
class Walk {
  private index = 0;

  constructor(
    private readonly taken: readonly Interval[],
    private readonly before: number,
    private readonly after: number,
  ) {}

  /** The instant itself where what would begin then takes nothing that is taken, else the first at which that might be so. */
  freeFrom(at: number): number {
    const { taken, before, after } = this;
    while (this.index > 0 && endOf(taken, this.index - 1) > at - before) this.index--;
    while (this.index < taken.length && endOf(taken, this.index) <= at - before) this.index++;
    const next = taken[this.index];
    return next && next.start < at + after ? next.end + before : at;
  }
}

const endOf = (intervals: readonly Interval[], index: number) => intervals[index]?.end ?? 0;

/** Only the times at which a room of the place is free, and which. */
function withRooms(
  { type, wanted }: Asked,
  times: readonly FreeTime[],
  rooms: readonly RoomCalendar[],
): FreeTime[] {
  const taken = takenBy(type, 'visit', 0);
  const walks = rooms.map(({ roomId, placeId, closed, busy }) => ({
    roomId,
    placeId: placeId as string | null,
    busy: new Walk(merged(busy), -taken.start, taken.end),
    closed: new Walk(merged(closed), 0, type.minutes * MINUTE),
  }));
  const ofPlace = Map.groupBy(walks, ({ placeId }) => placeId);
  for (const { startsAt, placeId, roomIds } of times) {
    for (const { roomId, busy, closed } of ofPlace.get(placeId) ?? []) {
      if (busy.freeFrom(startsAt) !== startsAt || closed.freeFrom(startsAt) !== startsAt) continue;
      roomIds.push(roomId);
      if (wanted.isOneEnough) break;
    }
  }
  return times.filter(({ roomIds }) => roomIds.length > 0);
}
