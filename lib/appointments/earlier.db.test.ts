import type { Client } from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addDays } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import { wallInstant } from '@/lib/kernel/wall-time';
import type { Actor, JobActor, ResidentActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import {
  type Bookable,
  createBookable,
  createBooking,
  createMeeting,
  offersTo,
  someDay,
} from '@/lib/testing/appointments-world';
import { cancelAsSeen } from '@/lib/testing/booking-world';
import { aJob, createResident } from '@/lib/testing/builders';
import { asOwner } from '@/lib/testing/test-database';
import { confirmBooking } from './commands/confirm-booking';
import { endEarlierWish } from './commands/end-earlier-wish';
import { endHolds } from './commands/end-holds';
import { offerEarlier } from './commands/offer-earlier';
import { releaseHold } from './commands/release-hold';
import { wishForEarlier } from './commands/wish-for-earlier';
import { getBooking } from './queries/get-booking';
import { getEarlierWish } from './queries/get-earlier-wish';

const tenantId = 'granvik';
const job = aJob(tenantId);
const NOON = new Date(wallInstant(addDays(someDay, -1), 720));
/** The first time of the first day that the officer is there. */
const EARLY = new Date(wallInstant(someDay, 480));

afterEach(() => {
  vi.useRealTimers();
});
const goTo = (at: Date | number) => vi.useFakeTimers({ toFake: ['Date'], now: at });

async function world() {
  goTo(NOON);
  const bookable = await createBookable(tenantId, { type: { noticeMinutes: 60 } });
  const { officerId, placeId } = bookable;
  /** Somebody's booking so many days after the first, by the hour. */
  const book = async (days: number, minute = 480, who?: ResidentActor) => {
    const resident = who ?? (await createResident(tenantId));
    const meeting = await createMeeting(bookable, new Date(wallInstant(addDays(someDay, days), minute)), {
      officerId,
      placeId,
    });
    return { resident, meetingId: meeting.meetingId, bookingId: await createBooking(meeting, resident) };
  };
  const early = await book(0);
  /** Whoever has the early time gives it up. */
  const free = async () => {
    await cancelAsSeen(early.resident, { bookingId: early.bookingId });
    return early.meetingId;
  };
  return { bookable, book, free };
}

/** Waits in line, with a later time of her own. */
async function wishing(book: Awaited<ReturnType<typeof world>>['book'], days: number, most = 3) {
  const one = await book(days);
  await wishForEarlier(one.resident, { bookingId: one.bookingId, most });
  vi.setSystemTime(Date.now() + 1000);
  return one;
}

const statesTo = async (one: { bookingId: string }) =>
  (await offersTo(tenantId, one)).map(({ state }) => state);
async function theOffer(one: { bookingId: string }) {
  const offer = (await offersTo(tenantId, one)).find(({ state }) => state === 'offered');
  if (!offer) throw new Error('no offer');
  return offer;
}
const freedMeetings = ({ typeId }: Bookable) =>
  read({ tenantId }, async (tx) => {
    const events = await tx.domainEvent.findMany({
      where: { type: 'appointments.time-freed', payload: { path: ['typeId'], equals: typeId } },
      orderBy: { id: 'asc' },
    });
    return events.map(({ payload }) => (payload as { meetingId: string }).meetingId);
  });

/** When jobs of a meeting are to run that wait for the morning. */
const waitingJobs = (meetingId: string, since: Date): Promise<Date[]> =>
  asOwner(async (client) => {
    await client.query('set role minasidor_worker');
    const { rows } = await client.query<{ run_at: Date }>(
      `select run_at from graphile_worker._private_jobs where payload ->> 'meetingId' = $1 and run_at > $2`,
      [meetingId, since],
    );
    return rows.map(({ run_at: runAt }) => runAt);
  });

/** Until somebody stands before a lock of this connection's. */
async function untilOneWaits(client: Client): Promise<void> {
  const waiting = () =>
    client.query(`select from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))`);
  while ((await waiting()).rowCount === 0) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('an earlier time that comes free', () => {
  it('is offered to whoever has waited longest; her yes moves her', async () => {
    const { book, free } = await world();
    const [first, second] = [await wishing(book, 2), await wishing(book, 1)];
    await offerEarlier(job, await free());
    expect(await statesTo(second)).toEqual([]);
    const offer = await theOffer(first);
    expect(offer).toMatchObject({ startsAt: EARLY, personId: first.resident.personId });
    expect(offer.heldUntil).toEqual(new Date(Date.now() + 120 * 60_000));
    const told = await read({ tenantId }, (tx) =>
      tx.domainEvent.findMany({
        where: { type: 'appointments.earlier-offered', payload: { path: ['bookingId'], equals: offer.id } },
      }),
    );
    expect(told).toHaveLength(1);
    expect(
      await confirmBooking(first.resident, { bookingId: offer.id, content: { needs: {}, answers: {} } }),
    ).toEqual({ outcome: 'moved', bookingId: first.bookingId });
    // What she wished for she has; her old time goes on to others, if it suits them.
    expect(await getEarlierWish(first.resident, first.bookingId)).toBeNull();
    expect(await getEarlierWish(second.resident, second.bookingId)).toMatchObject({ left: 3 });
    // What told her of the offer leads on to the time that she has.
    expect((await getBooking(first.resident, offer.id, 'sv')).becameTimeOf).toBe(first.bookingId);
    expect((await getBooking(first.resident, first.bookingId, 'sv')).becameTimeOf).toBeNull();
  });

  it('is offered again to her who was moved by one, when she asks again', async () => {
    const { book, free } = await world();
    const one = await wishing(book, 3);
    const nearer = await book(1);
    await cancelAsSeen(nearer.resident, { bookingId: nearer.bookingId });
    await offerEarlier(job, nearer.meetingId);
    const content = { needs: {}, answers: {} };
    await confirmBooking(one.resident, { bookingId: (await theOffer(one)).id, content });
    vi.setSystemTime(Date.now() + 1000);
    await wishForEarlier(one.resident, { bookingId: one.bookingId, most: 3 });
    expect(await getEarlierWish(one.resident, one.bookingId)).toEqual({ since: new Date(), left: 3 });
    await offerEarlier(job, await free());
    expect(await statesTo(one)).toEqual(['cancelled', 'offered']);
  });

  it('goes to the next after a no, and after time that passed; nobody is asked of it twice', async () => {
    const { bookable, book, free } = await world();
    const [first, second, third] = [await wishing(book, 1), await wishing(book, 2), await wishing(book, 3)];
    await offerEarlier(job, await free());
    await releaseHold(first.resident, { bookingId: (await theOffer(first)).id });
    const afterNo = (await freedMeetings(bookable)).at(-1) ?? '';
    await offerEarlier(job, afterNo);
    expect([await statesTo(first), await statesTo(second), await statesTo(third)]).toEqual([
      ['lapsed'],
      ['offered'],
      [],
    ]);
    // She doesn't answer.
    const { heldUntil } = await theOffer(second);
    goTo((heldUntil?.getTime() ?? 0) + 61_000);
    await endHolds(job);
    await offerEarlier(job, (await freedMeetings(bookable)).at(-1) ?? '');
    expect([await statesTo(first), await statesTo(second), await statesTo(third)]).toEqual([
      ['lapsed'],
      ['lapsed'],
      ['offered'],
    ]);
    await releaseHold(third.resident, { bookingId: (await theOffer(third)).id });
    await offerEarlier(job, (await freedMeetings(bookable)).at(-1) ?? '');
    expect((await Promise.all([first, second, third].map(statesTo))).flat()).toEqual(Array(3).fill('lapsed'));
  });

  it('is offered to one, also by two workers at once and by one that begins anew', async () => {
    const { book, free } = await world();
    const [first, second] = [await wishing(book, 1), await wishing(book, 2)];
    const meetingId = await free();
    await Promise.all([
      offerEarlier(job, meetingId),
      offerEarlier(job, meetingId),
      offerEarlier(job, meetingId),
    ]);
    await offerEarlier(job, meetingId);
    expect([await statesTo(first), await statesTo(second)]).toEqual([['offered'], []]);
    const wishes = await read({ tenantId }, (tx) =>
      tx.earlierWish.findMany({ where: { bookingId: { in: [first.bookingId, second.bookingId] } } }),
    );
    expect(wishes.map(({ offers }) => offers).toSorted()).toEqual([0, 1]);
  });

  it('two at once go to two, and nobody has two offers at a time', async () => {
    const { book, free } = await world();
    const other = await book(0, 540);
    const [first, second] = [await wishing(book, 1), await wishing(book, 2)];
    const meetingId = await free();
    await cancelAsSeen(other.resident, { bookingId: other.bookingId });
    await Promise.all([offerEarlier(job, meetingId), offerEarlier(job, other.meetingId)]);
    expect([await statesTo(first), await statesTo(second)]).toEqual([['offered'], ['offered']]);
  });

  it('is not offered to whom it would not suit', async () => {
    const { bookable, book, free } = await world();
    const sameDay = await wishing(book, 0 + 1);
    await asOwner((client) =>
      client.query(`update booking set state = 'cancelled', ended_at = now() where id = $1`, [
        sameDay.bookingId,
      ]),
    );
    const content = await wishing(book, 2);
    await endEarlierWish(content.resident, { bookingId: content.bookingId });
    await endEarlierWish(content.resident, { bookingId: content.bookingId });
    const busy = await wishing(book, 3);
    await createBooking(await createMeeting(bookable, EARLY, { way: 'phone' }), busy.resident);
    const byVideo = await createResident(tenantId);
    const video = await createMeeting(bookable, new Date(wallInstant(addDays(someDay, 4), 480)), {
      way: 'video',
    });
    const videoId = await createBooking(video, byVideo);
    await wishForEarlier(byVideo, { bookingId: videoId, most: 3 });
    const sameHours = await book(0, 600);
    await wishForEarlier(sameHours.resident, { bookingId: sameHours.bookingId, most: 3 });
    await offerEarlier(job, await free());
    for (const one of [sameDay, content, busy, { bookingId: videoId }, sameHours])
      expect(await statesTo(one)).toEqual([]);
  });

  it('is offered no oftener than she wants; asked again she may be asked again', async () => {
    const { bookable, book, free } = await world();
    const one = await wishing(book, 2, 1);
    await offerEarlier(job, await free());
    await releaseHold(one.resident, { bookingId: (await theOffer(one)).id });
    expect(await getEarlierWish(one.resident, one.bookingId)).toBeNull();
    const later = await book(0, 600);
    await cancelAsSeen(later.resident, { bookingId: later.bookingId });
    await offerEarlier(job, later.meetingId);
    expect(await statesTo(one)).toEqual(['lapsed']);
    await wishForEarlier(one.resident, { bookingId: one.bookingId, most: 2 });
    expect(await getEarlierWish(one.resident, one.bookingId)).toMatchObject({ left: 2 });
    await offerEarlier(job, later.meetingId);
    expect(await statesTo(one)).toEqual(['lapsed', 'offered']);
    expect((await freedMeetings(bookable)).length).toBeGreaterThan(2);
  });

  it('waits for the morning, and is not offered when there is no time to answer', async () => {
    const { book, free } = await world();
    const one = await wishing(book, 2);
    const meetingId = await free();
    const evening = new Date(wallInstant(addDays(someDay, -1), 22 * 60));
    goTo(evening);
    await offerEarlier(job, meetingId);
    expect(await statesTo(one)).toEqual([]);
    const jobs = await waitingJobs(meetingId, evening);
    expect(jobs).toEqual([new Date(wallInstant(someDay, 420))]);
    // At seven the time at eight, which is booked an hour before at the latest, is nobody's to offer.
    goTo(jobs[0] ?? 0);
    await offerEarlier(job, meetingId);
    expect(await statesTo(one)).toEqual([]);
  });

  it('two seats of a group that are given up at night go to two in the morning', async () => {
    const { bookable, book } = await world();
    const group = await createMeeting(bookable, new Date(wallInstant(someDay, 660)), {
      officerId: bookable.officerId,
      placeId: bookable.placeId,
      seats: 3,
    });
    const seated = await Promise.all(
      [1, 2, 3].map(async (seat) => {
        const resident = await createResident(tenantId);
        return { resident, bookingId: await createBooking(group, resident, { seat }) };
      }),
    );
    const waiting = [await wishing(book, 1), await wishing(book, 2)];
    goTo(wallInstant(addDays(someDay, -1), 22 * 60));
    for (const { resident, bookingId } of seated.slice(1)) {
      await cancelAsSeen(resident, { bookingId });
      await offerEarlier(job, group.meetingId);
    }
    const inTheMorning = await waitingJobs(group.meetingId, new Date());
    goTo(wallInstant(someDay, 420));
    for (const _ of inTheMorning) await offerEarlier(job, group.meetingId);
    expect(await Promise.all(waiting.map(statesTo))).toEqual([['offered'], ['offered']]);
  });

  it('is offered to the next at once where the first cancels just then', async () => {
    const { bookable, book, free } = await world();
    const [first, second] = [await wishing(book, 1), await wishing(book, 2)];
    const meetingId = await free();
    await asOwner(async (client) => {
      await client.query('begin');
      await client.query('select from meeting_officer where id = $1 for update', [bookable.officerId]);
      const offered = offerEarlier(job, meetingId);
      await untilOneWaits(client);
      await cancelAsSeen(first.resident, { bookingId: first.bookingId });
      await client.query('commit');
      await offered;
    });
    expect([await statesTo(first), await statesTo(second)]).toEqual([[], ['offered']]);
  });

  it('is wished for by her, of a time to come that she has, for a number of offers that can be', async () => {
    const { book } = await world();
    const { resident, bookingId } = await book(2);
    const wish = (actor: ResidentActor, id = bookingId, most = 3) =>
      wishForEarlier(actor, { bookingId: id, most });
    for (const other of [await createResident(tenantId), await createResident('ekhamn')]) {
      await expect(wish(other)).rejects.toMatchObject({ code: 'NotFound' });
      await expect(endEarlierWish(other, { bookingId })).rejects.toMatchObject({ code: 'NotFound' });
      expect(await getEarlierWish(other, bookingId)).toBeNull();
    }
    for (const most of [0, 11, 1.5, Number.NaN])
      await expect(wish(resident, bookingId, most)).rejects.toMatchObject({ code: 'Invalid' });
    await cancelAsSeen(resident, { bookingId });
    await expect(wish(resident)).rejects.toMatchObject({ code: 'AlreadyDone' });
    for (const actor of [resident, { kind: 'nobody', tenantId }] as Actor[])
      await expect(offerEarlier(actor as JobActor, newId())).rejects.toMatchObject({ code: 'NotFound' });
  });
});
