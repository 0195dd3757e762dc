import { afterEach, describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { isStillNewsInTx } from '@/lib/notifications/queries/is-still-news';
import type { Actor, JobActor, ResidentActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import {
  changeBooking,
  createBooking,
  createMeeting,
  createType,
  minutesAfter,
} from '@/lib/testing/appointments-world';
import { aJob, aNobody, createResident } from '@/lib/testing/builders';
import { asOwner } from '@/lib/testing/test-database';
import { remindOfMeetings } from './commands/remind-of-meetings';

const tenantId = 'granvik';
afterEach(() => {
  vi.useRealTimers();
});
const goTo = (at: Date | string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(at) });
const remind = () => remindOfMeetings(aJob(tenantId));

const remindersOf = async (bookingId: string) =>
  (await read({ tenantId }, (tx) => tx.bookingReminder.findMany({ where: { bookingId } })))
    .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
    .map(({ minutes }) => minutes);
const eventsOf = (bookingId: string) =>
  read({ tenantId }, (tx) =>
    tx.domainEvent.findMany({
      where: { type: 'appointments.reminded', payload: { path: ['bookingId'], equals: bookingId } },
      orderBy: { at: 'asc' },
    }),
  );
/** Whether each that was told of would be sent now. */
const areNews = async (bookingId: string, { personId }: ResidentActor) => {
  const events = await eventsOf(bookingId);
  return read({ tenantId }, async (tx) => {
    const news: boolean[] = [];
    for (const event of events) news.push(await isStillNewsInTx(tx, event, personId));
    return news;
  });
};

const BOOKED = new Date('2026-11-20T09:00:00Z');
/** Friday 4 December, a quarter past nine in Sweden. */
const MEETING = new Date('2026-12-04T08:15:00Z');
const before = (minutes: number, of = MEETING) => minutesAfter(of, -minutes);

async function booked({ startsAt = MEETING, at = BOOKED } = {}) {
  goTo(at);
  const resident = await createResident(tenantId);
  const type = await createType(tenantId);
  const meetingAt = (start: Date) => createMeeting(type, start);
  const bookingId = await createBooking(await meetingAt(startsAt), resident, { at });
  return { resident, bookingId, meetingAt };
}

describe('a reminder of a meeting', () => {
  it('is made at its moment, once, however often and by however many workers', async () => {
    const { bookingId, resident } = await booked();
    goTo(before(2881));
    await remind();
    expect(await remindersOf(bookingId)).toEqual([]);
    goTo(before(2880));
    await Promise.all([remind(), remind(), remind()]);
    await remind();
    goTo(before(181));
    await remind();
    expect(await remindersOf(bookingId)).toEqual([2880]);
    expect((await eventsOf(bookingId)).map(({ payload }) => payload)).toEqual([
      { bookingId, personId: resident.personId },
    ]);
    goTo(before(180));
    await Promise.all([remind(), remind()]);
    goTo(before(-1));
    await remind();
    expect(await remindersOf(bookingId)).toEqual([2880, 180]);
    expect(await eventsOf(bookingId)).toHaveLength(2);
  });

  it('is made by another worker where one was killed in the middle', async () => {
    const { bookingId } = await booked();
    goTo(before(2880));
    let other: Promise<void> | undefined;
    await asOwner(async (killed) => {
      await killed.query('begin');
      await killed.query(
        'insert into booking_reminder (tenant_id, booking_id, starts_at, minutes) values ($1, $2, $3, 2880)',
        [tenantId, bookingId, MEETING],
      );
      other = remind();
      // It waits for the row that may become final; then the connection dies.
      await expect.poll(async () => (await waiting()) > 0, { timeout: 20_000, interval: 50 }).toBe(true);
      await killed.query('rollback');
    });
    await other;
    expect(await remindersOf(bookingId)).toEqual([2880]);
    expect(await eventsOf(bookingId)).toHaveLength(1);
  });

  it('that nobody made in time is left out for the latest; after the meeting there is none', async () => {
    const { bookingId } = await booked();
    goTo(before(30));
    await remind();
    await remind();
    expect(await remindersOf(bookingId)).toEqual([180]);
    const late = await booked();
    goTo(MEETING);
    await remind();
    expect(await remindersOf(late.bookingId)).toEqual([]);
  });

  it('isn’t made of a time that was booked after its moment', async () => {
    const { bookingId } = await booked({ at: before(1000) });
    goTo(before(999));
    await remind();
    expect(await remindersOf(bookingId)).toEqual([]);
    goTo(before(179));
    await remind();
    expect(await remindersOf(bookingId)).toEqual([180]);
    const soon = await booked({ at: before(120) });
    goTo(before(100));
    await remind();
    expect(await remindersOf(soon.bookingId)).toEqual([]);
  });

  it('isn’t kept from anybody by all those who booked after theirs', async () => {
    const startsAt = new Date('2031-03-05T09:00:00Z');
    const due = await booked({ startsAt, at: before(20_000, startsAt) });
    await booked({ startsAt: minutesAfter(startsAt, -60), at: before(2000, startsAt) });
    goTo(before(1999, startsAt));
    await remindOfMeetings(aJob(tenantId), { most: 1 });
    expect(await remindersOf(due.bookingId)).toEqual([2880]);
  });

  it.each(['cancelled', 'taken_away'] as const)(
    'is not made, and not sent, of one that is %s',
    async (state) => {
      const { bookingId } = await booked();
      await changeBooking(tenantId, bookingId, { state });
      goTo(before(100));
      await remind();
      expect(await remindersOf(bookingId)).toEqual([]);
      const told = await booked({ startsAt: before(-600) });
      goTo(before(100, before(-600)));
      await remind();
      expect(await areNews(told.bookingId, told.resident)).toEqual([true]);
      await changeBooking(tenantId, told.bookingId, { state });
      expect(await areNews(told.bookingId, told.resident)).toEqual([false]);
    },
  );

  it('of a time that was moved is made anew, and the old one is not sent', async () => {
    const { bookingId, resident, meetingAt } = await booked();
    goTo(before(2880));
    await remind();
    expect(await areNews(bookingId, resident)).toEqual([true]);
    goTo(before(2879));
    const later = minutesAfter(MEETING, 3 * 1440);
    await changeBooking(tenantId, bookingId, { to: await meetingAt(later) });
    expect(await areNews(bookingId, resident)).toEqual([false]);
    goTo(before(100));
    await remind();
    expect(await remindersOf(bookingId)).toEqual([2880]);
    goTo(before(2880, later));
    await remind();
    expect(await remindersOf(bookingId)).toEqual([2880, 2880]);
    expect(await areNews(bookingId, resident)).toEqual([false, true]);
    // And back again: she has had that one of this very time.
    const back = await meetingAt(MEETING);
    goTo(before(60));
    await changeBooking(tenantId, bookingId, { to: back });
    await remind();
    expect(await remindersOf(bookingId)).toHaveLength(2);
  });

  it('is no news when the meeting has begun', async () => {
    const { bookingId, resident } = await booked();
    goTo(before(180));
    await remind();
    expect(await areNews(bookingId, resident)).toEqual([true]);
    goTo(MEETING);
    expect(await areNews(bookingId, resident)).toEqual([false]);
  });

  it.each([
    // Half past nine on the Sunday when summer time begins, and when it ends: two whole days before in minutes.
    ['2026-03-29T07:30:00Z', '2026-03-27T07:30:00Z'],
    ['2026-10-25T08:30:00Z', '2026-10-23T08:30:00Z'],
  ])('is made so many minutes before, whatever is done to the clock: %s', async (meeting, moment) => {
    const startsAt = new Date(meeting);
    const { bookingId } = await booked({ startsAt, at: minutesAfter(startsAt, -20_000) });
    goTo(new Date(Date.parse(moment) - 1));
    await remind();
    expect(await remindersOf(bookingId)).toEqual([]);
    goTo(moment);
    await remind();
    goTo(before(180, startsAt));
    await remind();
    await remind();
    expect(await remindersOf(bookingId)).toEqual([2880, 180]);
  });

  it('is of the municipality’s own bookings, and a job’s to make', async () => {
    const { bookingId } = await booked();
    goTo(before(100));
    await remindOfMeetings(aJob('ekhamn'));
    expect(await remindersOf(bookingId)).toEqual([]);
    const resident = await createResident(tenantId);
    const admin = { kind: 'admin', tenantId, staffId: newId(), sessionId: newId(), name: 'Helena' } as const;
    for (const other of [resident, admin, aNobody(tenantId)] as Actor[])
      await expect(remindOfMeetings(other as JobActor)).rejects.toMatchObject({ code: 'NotFound' });
  });
});

/** How many stand before a lock that another has. */
const waiting = () =>
  asOwner(async (client) => {
    const { rows } = await client.query<{ count: string }>('select count(*) from pg_locks where not granted');
    return Number(rows[0]?.count);
  });
