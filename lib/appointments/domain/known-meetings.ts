import { firstFrom, type Interval, merged, overlap, within } from './interval';
import type { MeetingWay } from './words';

/** An open meeting: an officer's or a room's from when until when, with all that belongs to it. */
export interface KnownMeeting extends Interval {
  id: string;
  officerId: string | null;
  roomId: string | null;
  /** when it is nobody's any more, unless somebody confirms */
  heldUntil: number | null;
  /** of one that has seats for others: a group's, or a system's */
  together: Together | null;
}

interface Together {
  typeId: string;
  startsAt: number;
  endsAt: number;
  way: MeetingWay;
  placeId: string | null;
  officerId: string | null;
  seats: number;
  isSystems: boolean;
  /** until when each seat that is taken is so; null: confirmed */
  taken: readonly (number | null)[];
}

export const isOver = (heldUntil: number | null, now: number): boolean =>
  heldUntil !== null && heldUntil <= now;

/** Those of an officer, of a room, or of a type: many, of which a few change between two readings. In order once somebody asks. */
export class KnownMeetings {
  private readonly all: KnownMeeting[] = [];
  private readonly held = new Set<KnownMeeting>();
  /** what is confirmed, and what follows on each other as one: a day that is full is one interval */
  private confirmed: Interval[] = [];
  private longest = 0;
  private isInOrder = false;

  add(meeting: KnownMeeting): void {
    if (meeting.heldUntil !== null) this.held.add(meeting);
    this.all.splice(this.isInOrder ? firstFrom(this.all, meeting.start) : this.all.length, 0, meeting);
    this.mergeAround(meeting);
  }

  delete(meeting: KnownMeeting): void {
    this.held.delete(meeting);
    const from = this.isInOrder ? firstFrom(this.all, meeting.start) : 0;
    this.all.splice(this.all.indexOf(meeting, from), 1);
    this.mergeAround(meeting);
  }

  /** Those that reach into a window. */
  within(window: Interval): readonly KnownMeeting[] {
    this.putInOrder();
    return within(this.all, window, this.longest);
  }

  /** What they take in a window. */
  taken(window: Interval, now: number): readonly Interval[] {
    this.putInOrder();
    const taken = within(this.confirmed, window, this.longest);
    if (this.held.size === 0) return taken;
    return [...taken, ...[...this.held].filter((one) => overlap(one, window) && !isOver(one.heldUntil, now))];
  }

  private putInOrder(): void {
    if (this.isInOrder) return;
    this.isInOrder = true;
    this.all.sort((a, b) => a.start - b.start);
    this.confirmed = [...merged(this.all.filter(isConfirmed))];
    for (const { start, end } of [...this.confirmed, ...this.held]) {
      this.longest = Math.max(this.longest, end - start);
    }
  }

  /** What has come or gone changes what is one where it is, and nothing else. */
  private mergeAround({ start, end }: Interval): void {
    if (!this.isInOrder) return;
    const { confirmed } = this;
    const after = firstFrom(confirmed, start);
    const first = (confirmed[after - 1]?.end ?? Number.NEGATIVE_INFINITY) >= start ? after - 1 : after;
    const met = confirmed.slice(first, firstFrom(confirmed, end + 1));
    const span = {
      start: Math.min(start, met[0]?.start ?? start),
      end: Math.max(end, met.at(-1)?.end ?? end),
    };
    this.longest = Math.max(this.longest, span.end - span.start);
    const there = within(this.all, span, this.longest).filter(isConfirmed);
    confirmed.splice(first, met.length, ...merged(there));
  }
}

const isConfirmed = ({ heldUntil }: KnownMeeting) => heldUntil === null;
