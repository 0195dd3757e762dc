import ICAL from 'ical.js';

/** What a calendar keeps of an entry. */
export interface KeptEntry {
  uid: string;
  sequence: number;
  stamp: Date;
  startsAt: Date;
  endsAt: Date;
  status: string;
  title: string;
  place: string;
  about: string;
}

/**
 * A calendar as RFC 5546 has it, on a reader that is not the library that writes our files: of entries with the same uid
 * the higher sequence holds, then the later stamp; what is cancelled is struck out.
 */
export class CalendarReader {
  readonly entries = new Map<string, KeptEntry>();
  readonly methods: string[] = [];

  read(file: string): this {
    const calendar = new ICAL.Component(ICAL.parse(file));
    const method = String(calendar.getFirstPropertyValue('method'));
    this.methods.push(method);
    for (const component of calendar.getAllSubcomponents('vevent')) {
      const event = new ICAL.Event(component);
      const text = (name: string) => String(component.getFirstPropertyValue(name) ?? '');
      const stamp = component.getFirstPropertyValue('dtstamp') as ICAL.Time;
      const entry: KeptEntry = {
        uid: event.uid,
        sequence: event.sequence,
        stamp: stamp.toJSDate(),
        startsAt: event.startDate.toJSDate(),
        endsAt: event.endDate.toJSDate(),
        status: method === 'CANCEL' ? 'CANCELLED' : text('status'),
        title: event.summary,
        place: event.location ?? '',
        about: event.description ?? '',
      };
      const kept = this.entries.get(entry.uid);
      if (!kept || isNewer(entry, kept)) this.entries.set(entry.uid, entry);
    }
    return this;
  }

  /** The one that there is; more than one, or none, is a fault. */
  get only(): KeptEntry {
    const [entry, ...others] = this.entries.values();
    if (!entry || others.length > 0) throw new Error(`${this.entries.size} entries, not one`);
    return entry;
  }
}

const isNewer = (entry: KeptEntry, kept: KeptEntry): boolean =>
  entry.sequence !== kept.sequence ? entry.sequence > kept.sequence : entry.stamp >= kept.stamp;
