import ical, {
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';

/** A time of hers as a calendar shows it. The words are ready, in her language. */
export interface CalendarEntry {
  /** the same as long as the booking lives, wherever it is moved: by it a calendar knows its own entry again */
  uid: string;
  /** goes up each time it is changed: of two with the same uid, the higher holds */
  sequence: number;
  startsAt: Date;
  endsAt: Date;
  isCancelled: boolean;
  createdAt: Date;
  changedAt: Date;
  title: string;
  place: string | null;
  about: string;
  /** the booking's own page */
  link: string;
}

interface Publisher {
  /** the municipality, and where its letters go: a calendar asks for an organizer (RFC 5546) */
  name: string;
  email: string;
  language: string;
}

/** How often a calendar that follows the feed looks at it. */
const FEED_REFRESH_SECONDS = 3600;

/**
 * One time as a file (RFC 5545). It tells what stands, and asks for no answer: PUBLISH; and when it is cancelled, CANCEL
 * (RFC 5546), so that whoever opens the later file gets the earlier entry moved or struck out.
 */
export function calendarFile(entry: CalendarEntry, publisher: Publisher): string {
  const method = entry.isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH;
  return written(calendarOf([entry], publisher, method));
}

/** All her times as one calendar that is read again and again. A cancelled one stands there and says so. */
export function calendarFeed(
  entries: readonly CalendarEntry[],
  publisher: Publisher & { title: string },
): string {
  const calendar = calendarOf(entries, publisher, ICalCalendarMethod.PUBLISH);
  return written(calendar.name(plain(publisher.title)).ttl(FEED_REFRESH_SECONDS));
}

/** When the newest of what a calendar shows was changed. */
export const newestChange = (entries: readonly CalendarEntry[]): Date | null =>
  entries.length > 0 ? new Date(Math.max(...entries.map(({ changedAt }) => changedAt.getTime()))) : null;

/** Times are instants in UTC: calendars show them by the clock where she is, and need no table of when clocks are moved. */
function calendarOf(entries: readonly CalendarEntry[], publisher: Publisher, method: ICalCalendarMethod) {
  const calendar = ical({
    method,
    prodId: {
      company: plain(publisher.name),
      product: 'Mina sidor',
      language: publisher.language.toUpperCase(),
    },
  });
  for (const entry of entries) {
    const { isCancelled } = entry;
    calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      // Not when the file was made: the same state gives the same file, and of two states the later has the later stamp.
      stamp: entry.changedAt,
      created: entry.createdAt,
      lastModified: entry.changedAt,
      start: entry.startsAt,
      end: entry.endsAt,
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: isCancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
      // Where a calendar is shared, others see that she is taken and no more, if it keeps to the standard.
      class: ICalEventClass.PRIVATE,
      summary: plain(entry.title),
      location: entry.place === null ? null : plain(entry.place),
      description: plain(entry.about),
      url: entry.link,
      organizer: { name: plain(publisher.name), email: publisher.email },
    });
  }
  return calendar;
}

/** The standard ends each line, the last too. */
const written = (calendar: { toString(): string }): string => `${calendar.toString()}\r\n`;

/** Text has line breaks and tabs, and no other control characters (RFC 5545 3.3.11). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
const plain = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
