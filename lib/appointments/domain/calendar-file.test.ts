import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { instantText } from '@/lib/kernel/date-text';
import { CalendarReader } from '@/lib/testing/calendar-reader';
import { type CalendarEntry, calendarFeed, calendarFile, newestChange } from './calendar-file';

const granvik = { name: 'Granviks kommun', email: 'kontakt@granvik.example', language: 'sv' };
const HOUR = 3_600_000;

const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => {
  const startsAt = more.startsAt ?? new Date('2026-12-04T08:15:00Z');
  return {
    uid: '019a0000-0000-7000-8000-000000000001',
    sequence: 0,
    startsAt,
    endsAt: new Date(startsAt.getTime() + HOUR),
    isCancelled: false,
    createdAt: new Date('2026-11-20T09:00:00Z'),
    changedAt: new Date('2026-11-20T09:00:00Z'),
    title: 'Möte med Granviks kommun',
    place: 'Storgatan 1, 123 45 Granvik',
    about: 'Du besöker oss.\n\nLäs mer: http://granvik.localhost/appointments/1',
    link: 'http://granvik.localhost/appointments/1',
    ...more,
  };
};

const later = (more: Partial<CalendarEntry>, sequence: number) =>
  entry({ sequence, changedAt: new Date(Date.parse('2026-11-20T09:00:00Z') + sequence * HOUR), ...more });

describe('a calendar file', () => {
  const made = calendarFile(entry(), granvik);
  const moved = calendarFile(later({ startsAt: new Date('2026-12-07T12:00:00Z') }, 1), granvik);
  const cancelled = calendarFile(
    later({ startsAt: new Date('2026-12-07T12:00:00Z'), isCancelled: true }, 2),
    granvik,
  );

  it('read in order (new, moved, cancelled) is one entry that ends struck out', () => {
    const calendar = new CalendarReader().read(made);
    expect(calendar.only).toMatchObject({ status: 'CONFIRMED', startsAt: new Date('2026-12-04T08:15:00Z') });
    calendar.read(moved);
    expect(calendar.only).toMatchObject({ status: 'CONFIRMED', startsAt: new Date('2026-12-07T12:00:00Z') });
    calendar.read(cancelled);
    expect(calendar.only).toMatchObject({ status: 'CANCELLED', sequence: 2 });
    expect(calendar.methods).toEqual(['PUBLISH', 'PUBLISH', 'CANCEL']);
  });

  it('that is opened late changes nothing: the newer holds', () => {
    expect(new CalendarReader().read(cancelled).read(made).read(moved).only.status).toBe('CANCELLED');
    expect(new CalendarReader().read(moved).read(made).only.startsAt).toEqual(
      new Date('2026-12-07T12:00:00Z'),
    );
  });

  it('says whose it is, asks for no answer and makes no sound', () => {
    const calendar = new ICAL.Component(ICAL.parse(made));
    const event = calendar.getFirstSubcomponent('vevent');
    expect(calendar.getFirstPropertyValue('prodid')).toBe('-//Granviks kommun//Mina sidor//SV');
    expect(event?.getFirstPropertyValue('organizer')).toBe('mailto:kontakt@granvik.example');
    expect(event?.getFirstPropertyValue('class')).toBe('PRIVATE');
    expect(event?.getFirstPropertyValue('transp')).toBe('OPAQUE');
    expect(event?.getAllProperties('attendee')).toEqual([]);
    expect(event?.getAllSubcomponents('valarm')).toEqual([]);
  });

  it.each([
    // When summer time begins (the hour 2 to 3 isn't there) and ends (it is there twice), and over midnight and the year.
    ['2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z', 'kl.\u00a001.30', 'kl.\u00a003.30'],
    ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', 'kl.\u00a002.30', 'kl.\u00a002.30'],
    ['2026-12-31T22:30:00Z', '2027-01-01T00:30:00Z', 'kl.\u00a023.30', 'kl.\u00a001.30'],
    ['2028-02-29T08:00:00Z', '2028-02-29T09:00:00Z', 'kl.\u00a009.00', 'kl.\u00a010.00'],
  ])('keeps its instants: %s to %s', (from, to, shownFrom, shownTo) => {
    const times = { startsAt: new Date(from), endsAt: new Date(to) };
    const { startsAt, endsAt } = new CalendarReader().read(calendarFile(entry(times), granvik)).only;
    expect({ startsAt, endsAt }).toEqual(times);
    expect(instantText(startsAt, 'sv')).toContain(shownFrom);
    expect(instantText(endsAt, 'sv')).toContain(shownTo);
  });

  it('of any text is read back as it was, in lines of at most 75 octets', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    const tricky = fc.constantFrom(
      'a;b,c\\d\n"e"',
      '\\n',
      'مكتب الخدمات الاجتماعية '.repeat(9),
      '👩‍👩‍👧'.repeat(30),
      'å'.repeat(200),
    );
    fc.assert(
      fc.property(fc.oneof(text, tricky), fc.oneof(text, tricky), (title, about) => {
        const file = calendarFile(entry({ title, about }), granvik);
        const readAs = (given: string) => given.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
        const { only } = new CalendarReader().read(file);
        expect(only.title).toBe(readAs(title));
        expect(only.about).toBe(readAs(about));
        expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
      }),
    );
  });
});

describe('a feed', () => {
  const other = entry({
    uid: '019a0000-0000-7000-8000-000000000002',
    startsAt: new Date('2026-12-09T08:00:00Z'),
  });
  const title = 'Mina tider hos Granviks kommun';

  it('has all of them, cancelled ones too, and says how often to look', () => {
    const feed = calendarFeed([later({ isCancelled: true }, 3), other], { ...granvik, title });
    const calendar = new CalendarReader().read(feed);
    expect(calendar.methods).toEqual(['PUBLISH']);
    expect([...calendar.entries.values()].map(({ status }) => status)).toEqual(['CANCELLED', 'CONFIRMED']);
    const component = new ICAL.Component(ICAL.parse(feed));
    expect(String(component.getFirstPropertyValue('refresh-interval'))).toBe('PT1H');
    expect(component.getFirstPropertyValue('x-wr-calname')).toBe(title);
  });

  it('is the same as long as nothing changes, and may be empty', () => {
    const feed = () => calendarFeed([entry(), other], { ...granvik, title });
    expect(feed()).toBe(feed());
    expect(new CalendarReader().read(calendarFeed([], { ...granvik, title })).entries.size).toBe(0);
    expect(newestChange([])).toBeNull();
    expect(newestChange([later({}, 2), other])).toEqual(new Date('2026-11-20T11:00:00Z'));
  });
});
