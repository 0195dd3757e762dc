import { type Interval, merged, within } from './interval';
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

/** Those of an officer, of a room, or of a type. Put in order when somebody asks: they change one at a time, and are many. */
export class KnownMeetings {
  private readonly all = new Set<KnownMeeting>();
  private ordered: {
    all: readonly KnownMeeting[];
    held: readonly KnownMeeting[];
    /** what is confirmed, and what follows on each other as one: a day that is full is one interval */
    confirmed: readonly Interval[];
    longest: number;
  } | null = null;

  add(meeting: KnownMeeting): void {
    this.all.add(meeting);
    this.ordered = null;
  }

  delete(meeting: KnownMeeting): void {
    this.all.delete(meeting);
    this.ordered = null;
  }

  /** Those that reach into a window. */
  within(window: Interval): readonly KnownMeeting[] {
    const { all, longest } = this.inOrder();
    return within(all, window, longest);
  }

  /** What they take in a window. */
  taken(window: Interval, now: number): readonly Interval[] {
    const { held, confirmed, longest } = this.inOrder();
    const taken = within(confirmed, window, longest);
    if (held.length === 0) return taken;
    return [...taken, ...within(held, window, longest).filter(({ heldUntil }) => !isOver(heldUntil, now))];
  }

  private inOrder() {
    if (this.ordered) return this.ordered;
    const all = [...this.all].sort((a, b) => a.start - b.start);
    const confirmed = merged(all.filter(({ heldUntil }) => heldUntil === null));
    const longest = [...all, ...confirmed].reduce((most, { start, end }) => Math.max(most, end - start), 0);
    this.ordered = { all, held: all.filter(({ heldUntil }) => heldUntil !== null), confirmed, longest };
    return this.ordered;
  }
}
