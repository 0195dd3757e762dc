import type { TypeTimes } from './appointment-type';
import {
  bookable,
  type OfficerCalendar,
  type OpeningInterval,
  type RoomCalendar,
  takenBy,
} from './free-times';
import { type Interval, overlap, within } from './interval';
import { isOver, type KnownMeeting, KnownMeetings } from './known-meetings';
import type { MeetingWay } from './words';

/** A meeting that is there already and has seats left: a group's, or one that a back-office system has published. */
export interface Session {
  meetingId: string;
  startsAt: number;
  endsAt: number;
  way: MeetingWay;
  placeId: string | null;
  officerId: string | null;
  seats: number;
  seatsLeft: number;
}

/** When nobody is met all the same: one of an officer, a place, a room, or all where none is said. */
export interface KnownException extends Interval {
  officerId: string | null;
  placeId: string | null;
  roomId: string | null;
}

/** When officers, places and rooms are there at all. */
export interface KnownHours {
  /** who takes which type, in order; of a type that a system publishes nobody does */
  teams: readonly { typeId: string; officerId: string }[];
  openings: readonly {
    officerId: string;
    /** where visits are, if that is open */
    placeId: string | null;
    ways: readonly MeetingWay[];
    periods: readonly Interval[];
  }[];
  exceptions: readonly KnownException[];
  /** open ones, in order */
  rooms: readonly { roomId: string; placeId: string; seats: number }[];
  /** officers, places and rooms that can't be booked */
  closedIds: readonly string[];
}

/** What is wanted to be known: meetings of a type that begin in a window. */
export interface Asked {
  typeId: string;
  type: TypeTimes;
  window: Interval;
  officerId?: string | undefined;
  now: number;
}

/** No opening is longer, by the clock on the wall: the check `opening_times` in 0003_appointments. */
const LONGEST_OPENING_MS = 26 * 3_600_000;

/**
 * The calendars of a municipality as the database told of them: hours, and open meetings of all types, told anew one by one
 * as they change. It says what `freeTimes` needs for any window; what is held lapses by itself.
 */
export class KnownCalendars {
  private readonly meetings = new Map<string, KnownMeeting>();
  private readonly ofOfficer = new Map<string, KnownMeetings>();
  private readonly ofRoom = new Map<string, KnownMeetings>();
  private readonly togetherOfType = new Map<string, KnownMeetings>();
  private teams = new Map<string, string[]>();
  private openings = new Map<string, OpeningInterval[]>();
  private rooms: KnownHours['rooms'] = [];
  private exceptions: KnownHours['exceptions'] = [];
  private closed = new Map<string, Interval[]>();
  private closedIds: ReadonlySet<string> = new Set();

  setHours({ teams, openings, exceptions, rooms, closedIds }: KnownHours): void {
    this.closedIds = new Set(closedIds);
    this.rooms = rooms;
    this.exceptions = exceptions;
    this.closed = new Map();
    for (const { officerId, placeId, roomId, start, end } of exceptions) {
      listOf(this.closed, officerId ?? placeId ?? roomId ?? EVERYBODY).push({ start, end });
    }
    this.teams = new Map();
    for (const { typeId, officerId } of teams) listOf(this.teams, typeId).push(officerId);
    this.openings = new Map();
    for (const { officerId, placeId, ways, periods } of openings) {
      const placeClosed = this.closedOf(placeId);
      const own = listOf(this.openings, officerId);
      for (const { start, end } of periods) own.push({ start, end, placeId, ways, placeClosed });
    }
    for (const own of this.openings.values()) own.sort((a, b) => a.start - b.start);
  }

  /** Of those that have changed: what is left of them. */
  setMeetings(changed: readonly string[], open: readonly KnownMeeting[]): void {
    for (const id of changed) {
      const known = this.meetings.get(id);
      if (!known) continue;
      this.meetings.delete(id);
      for (const claimed of this.claimedBy(known)) claimed.delete(known);
    }
    for (const meeting of open) {
      this.meetings.set(meeting.id, meeting);
      for (const claimed of this.claimedBy(meeting)) claimed.add(meeting);
    }
  }

  private claimedBy({ officerId, roomId, together }: KnownMeeting): KnownMeetings[] {
    return [
      ...(officerId ? [meetingsOf(this.ofOfficer, officerId)] : []),
      ...(roomId ? [meetingsOf(this.ofRoom, roomId)] : []),
      ...(together ? [meetingsOf(this.togetherOfType, together.typeId)] : []),
    ];
  }

  /** Who takes the type. */
  teamOf(typeId: string): readonly string[] {
    return this.teams.get(typeId) ?? [];
  }

  /** The calendars of those who take the type, or of one of them, as far as meetings that begin in the window need them. */
  officers({ typeId, type, window, officerId, now }: Asked): OfficerCalendar[] {
    const busy = widened(window, type);
    const team = this.teamOf(typeId);
    return (officerId === undefined ? team : team.filter((one) => one === officerId)).map((id) => ({
      officerId: id,
      openings: this.openingsOf(id, window),
      closed: [...this.closedOf(EVERYBODY), ...this.closedOf(id)],
      busy: meetingsOf(this.ofOfficer, id).taken(busy, now),
    }));
  }

  /** The same of the rooms that are large enough; none where no room is needed. */
  roomsFor({ type, window, now }: Asked): RoomCalendar[] {
    if (!type.needsRoom) return [];
    const busy = widened(window, type);
    return this.rooms
      .filter(({ seats }) => seats >= type.seats)
      .map(({ roomId, placeId }) => ({
        roomId,
        placeId,
        closed: [...this.closedOf(roomId), ...this.closedOf(placeId)],
        busy: meetingsOf(this.ofRoom, roomId).taken(busy, now),
      }));
  }

  /** Meetings of the type that have seats left and can be booked, in order. What a system has published it closes itself. */
  sessions({ typeId, type, window, now }: Asked): Session[] {
    const limits = bookable(type, now);
    const [start, end] = [Math.max(window.start, limits.start), Math.min(window.end, limits.end)];
    const found: Session[] = [];
    const meetings = meetingsOf(this.togetherOfType, typeId).within({ start, end });
    for (const { id, heldUntil, together, roomId } of meetings) {
      if (!together || isOver(heldUntil, now)) continue;
      const { taken: seatsTaken, isSystems, typeId: _, ...facts } = together;
      if (facts.startsAt < start || facts.startsAt >= end) continue;
      const seatsLeft = facts.seats - seatsTaken.filter((until) => !isOver(until, now)).length;
      if (seatsLeft <= 0 || (!isSystems && this.isClosed({ ...facts, roomId }))) continue;
      found.push({ meetingId: id, ...facts, seatsLeft });
    }
    return found.sort((a, b) => a.startsAt - b.startsAt || (a.meetingId < b.meetingId ? -1 : 1));
  }

  /** Where the type has hours or times for visits, free or not: what one may choose among does not come and go. */
  placesOf({ typeId, window }: Pick<Asked, 'typeId' | 'window'>): ReadonlySet<string | null> {
    const places = new Set<string | null>();
    for (const { together } of meetingsOf(this.togetherOfType, typeId).within(window)) {
      if (together?.way === 'visit') places.add(together.placeId);
    }
    for (const officerId of this.teamOf(typeId)) {
      for (const { ways, placeId } of this.openingsOf(officerId, window)) {
        if (ways.includes('visit')) places.add(placeId);
      }
    }
    return places;
  }

  private openingsOf(officerId: string, window: Interval): OpeningInterval[] {
    return within(this.openings.get(officerId) ?? [], window, LONGEST_OPENING_MS);
  }

  private isClosed(meeting: { startsAt: number; endsAt: number } & Omit<KnownException, keyof Interval>) {
    const time = { start: meeting.startsAt, end: meeting.endsAt };
    const ids = [meeting.officerId, meeting.placeId, meeting.roomId];
    if (ids.some((id) => id !== null && this.closedIds.has(id))) return true;
    return this.exceptions.some(
      (one) =>
        overlap(one, time) &&
        (one.officerId === null || one.officerId === meeting.officerId) &&
        (one.placeId === null || one.placeId === meeting.placeId) &&
        (one.roomId === null || one.roomId === meeting.roomId),
    );
  }

  private closedOf(whom: string | null): readonly Interval[] {
    return (whom !== null && this.closed.get(whom)) || [];
  }
}

const EVERYBODY = 'everybody';

/** From the first instant that a meeting in the window could take until the last: the longest way, to a home and back, counts. */
function widened({ start, end }: Interval, type: TypeTimes): Interval {
  const widest = takenBy(type, 'home', 0);
  return { start: start + widest.start, end: end + widest.end };
}

function listOf<T>(lists: Map<string, T[]>, key: string): T[] {
  const known = lists.get(key);
  if (known) return known;
  const list: T[] = [];
  lists.set(key, list);
  return list;
}

function meetingsOf(claims: Map<string, KnownMeetings>, key: string): KnownMeetings {
  const known = claims.get(key);
  if (known) return known;
  const meetings = new KnownMeetings();
  claims.set(key, meetings);
  return meetings;
}
