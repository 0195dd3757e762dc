import 'server-only';
import { KnownCalendars } from '../domain/known-calendars';
import {
  type CalendarChanges,
  loadAllCalendars,
  loadCalendarChanges,
  type Seen,
} from './load-calendar-changes';

/** So long before now is remembered too: more than anything that is not over can have begun to be busy. */
const BEFORE_MS = 86_400_000;
/** A municipality that nobody asks about is forgotten, and so is the one asked about longest ago when there are many. */
const FORGOTTEN_AFTER_MS = 60 * 60_000;
const MOST_REMEMBERED = 50;
/** So old may it be where a guess is enough. */
const A_MOMENT_MS = 300;

/**
 * What this process remembers of calendars, so that only what has changed is asked for (decision 0136). It decides nothing:
 * the database is asked at each reading, and again when a time is taken.
 */
export class CalendarMemory {
  private readonly municipalities = new Map<string, Remembered>();

  /**
   * The calendars as they are now. To be used at once: after the next `await` they may say more.
   * @param now what was over long before it is not in them
   */
  read(tenantId: string, now: number): Promise<KnownCalendars> {
    const remembered = this.municipalities.get(tenantId) ?? new Remembered(tenantId);
    this.municipalities.delete(tenantId);
    this.municipalities.set(tenantId, remembered);
    const calendars = remembered.read(now);
    this.forgetUnused();
    return calendars;
  }

  /** As they were a moment ago, without asking; undefined where nobody has asked for them since. To be used at once. */
  recent(tenantId: string): KnownCalendars | undefined {
    return this.municipalities.get(tenantId)?.recent();
  }

  private forgetUnused(): void {
    for (const [tenantId, { usedAt }] of this.municipalities) {
      const isUnused = performance.now() - usedAt > FORGOTTEN_AFTER_MS;
      if (!isUnused && this.municipalities.size <= MOST_REMEMBERED) return;
      this.municipalities.delete(tenantId);
    }
  }
}

class Remembered {
  usedAt = performance.now();
  private askedAt = Number.NEGATIVE_INFINITY;
  private known: { calendars: KnownCalendars; from: number; seen: Seen } | null = null;
  private asking: Promise<unknown> = Promise.resolve();
  private next: { asked: Promise<KnownCalendars>; now: number } | null = null;

  constructor(private readonly tenantId: string) {}

  /** All who come while the database is asked share the next question: it must be put after they came, and only one at a time. */
  read(now: number): Promise<KnownCalendars> {
    this.usedAt = performance.now();
    if (this.next) {
      this.next.now = Math.min(this.next.now, now);
      return this.next.asked;
    }
    const asked = this.asking.then(() => {
      const earliest = this.next?.now ?? now;
      this.next = null;
      return this.ask(earliest);
    });
    this.next = { asked, now };
    this.asking = asked.catch(() => {});
    return asked;
  }

  recent(): KnownCalendars | undefined {
    return performance.now() - this.askedAt < A_MOMENT_MS ? this.known?.calendars : undefined;
  }

  private async ask(now: number): Promise<KnownCalendars> {
    const { known, tenantId } = this;
    const askedAt = performance.now();
    if (known && now - BEFORE_MS >= known.from) {
      const changes = await loadCalendarChanges(tenantId, known.from, known.seen);
      if (changes.seen.life === known.seen.life && !changes.isAll) {
        learn(known.calendars, changes);
        known.seen = changes.seen;
        this.askedAt = askedAt;
        return known.calendars;
      }
    }
    // A day more than need be: clocks and those who ask differ a little.
    const from = now - 2 * BEFORE_MS;
    const all = await loadAllCalendars(tenantId, from);
    const calendars = new KnownCalendars();
    learn(calendars, all);
    this.known = { calendars, from, seen: all.seen };
    this.askedAt = askedAt;
    return calendars;
  }
}

function learn(calendars: KnownCalendars, { hours, changed, meetings }: CalendarChanges): void {
  if (hours) calendars.setHours(hours);
  calendars.setMeetings(changed, meetings);
}

// One per process: the bundles of the pages and of the routes have this file each.
const holder = globalThis as { __minaSidorCalendars?: CalendarMemory };

const memory = (): CalendarMemory => {
  holder.__minaSidorCalendars ??= new CalendarMemory();
  return holder.__minaSidorCalendars;
};

/** A municipality's calendars as they are now, as this process remembers and the database corrects them. */
export const knownCalendars = (tenantId: string, now: number): Promise<KnownCalendars> =>
  memory().read(tenantId, now);

/** As they were a moment ago, for a guess; undefined where nobody has asked. To be used at once. */
export const recentCalendars = (tenantId: string): KnownCalendars | undefined => memory().recent(tenantId);
