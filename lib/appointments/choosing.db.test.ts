import { describe, expect, it } from 'vitest';
import { addDays, dateInSweden } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import { wallInstant } from '@/lib/kernel/wall-time';
import type { JobActor } from '@/lib/platform/actor';
import { seal } from '@/lib/platform/crypto';
import { read } from '@/lib/platform/db';
import {
  createBooking,
  createMeeting,
  createOfficer,
  createOpening,
  createPlace,
  createType,
  minutesAfter,
} from '@/lib/testing/appointments-world';
import { aJob, createResident } from '@/lib/testing/builders';
import { confirmBooking } from './commands/confirm-booking';
import { forgetKeptContent } from './commands/forget-kept-content';
import { holdTime } from './commands/hold-time';
import { keepBookingContent } from './commands/keep-booking-content';
import { getHold } from './queries/get-hold';
import { getTypeToBook } from './queries/get-type-to-book';
import { type Busy, listFreeTimes } from './queries/list-free-times';

const tenantId = 'granvik';
const dayIn = (days: number) => addDays(dateInSweden(new Date()), days);
/** At one by the clock on the wall, in so many days. */
const oneIn = (days: number) => new Date(wallInstant(dayIn(days), 780));
const slugOf = ({ typeId }: { typeId: string }) => `type-${typeId}`;

/** A type of an hour with one officer, who is there for two hours on each of these days, at a place of her own. */
async function aType(days: readonly number[]) {
  const type = await createType(tenantId, { stepMinutes: 60, ways: ['visit', 'phone'] });
  const placeId = await createPlace(tenantId);
  const officerId = await createOfficer(tenantId, [type.typeId]);
  for (const day of days)
    await createOpening(tenantId, officerId, placeId, {
      startsOn: dayIn(day),
      fromMinute: 780,
      minutes: 120,
      rule: null,
    });
  return { type, slug: slugOf(type), placeId, officerId };
}

describe('choosing a time', () => {
  it('begins in the week of the first one, and says where the next is', async () => {
    const { slug, placeId } = await aType([20, 34]);
    const resident = await createResident(tenantId);
    const found = await listFreeTimes(resident, { slug, way: 'visit' });
    expect(found.first).toEqual({ startsAt: oneIn(20), placeId, meetingId: null });
    expect(found.times.map(({ startsAt }) => startsAt)).toEqual([oneIn(20), minutesAfter(oneIn(20), 60)]);
    expect(found.next).toBe(dayIn(34));
    expect(found.days).toEqual([20, 34].map((day) => ({ date: dayIn(day), count: 2 })));
    expect(found.places.map(({ id }) => id)).toEqual([placeId]);
    const empty = await listFreeTimes(resident, {
      slug,
      way: 'visit',
      from: dayIn(27),
    });
    expect(empty).toMatchObject({ times: [], previous: dayIn(20), next: dayIn(34) });
    expect(found.previous).toBeNull();
    expect(empty.first?.startsAt).toEqual(oneIn(20));
    expect((await listFreeTimes(resident, { slug, way: 'home' })).first).toBeNull();
  });

  it('leaves out when she is somewhere else, if only for a part of it', async () => {
    const { slug } = await aType([20]);
    const resident = await createResident(tenantId);
    const busy = [
      { startsAt: minutesAfter(oneIn(20), 59), endsAt: minutesAfter(oneIn(20), 60), mayMove: true },
    ];
    const found = await listFreeTimes(resident, { slug, way: 'visit', busy });
    expect(found.days).toEqual([{ date: dayIn(20), count: 1 }]);
    expect(found.first?.startsAt).toEqual(minutesAfter(oneIn(20), 60));
    expect(found.clash).toBeNull();
  });

  it('says where all of them clash with what she has, of a week or at all, and whether moving something helps', async () => {
    const { slug } = await aType([20, 34]);
    const resident = await createResident(tenantId);
    const on = (day: number, mayMove: boolean, [from, to] = [0, 120]) => ({
      startsAt: minutesAfter(oneIn(day), from ?? 0),
      endsAt: minutesAfter(oneIn(day), to ?? 0),
      mayMove,
    });
    const asked = { slug, way: 'visit', from: dayIn(20) } as const;
    const clashOf = async (busy: Busy[], more: object = {}) =>
      (await listFreeTimes(resident, { ...asked, ...more, busy })).clash;
    expect(await clashOf([on(20, true)])).toBe('movable');
    expect(await clashOf([on(20, false)])).toBe('fixed');
    // Another week has times, and a week without any has none to clash with.
    expect(await clashOf([on(20, true)], { from: dayIn(34) })).toBeNull();
    expect(await clashOf([on(20, true)], { from: dayIn(27) })).toBeNull();
    expect((await listFreeTimes(resident, { ...asked, busy: [on(20, true)] })).next).toBe(dayIn(34));
    expect(await clashOf([on(20, false), on(34, true)])).toBe('movable');
    expect(await clashOf([on(20, false), on(34, false)])).toBe('fixed');
    // Both are in the way of the first hour, and she can move but one; of the second there is only that one.
    expect(await clashOf([on(20, true), on(20, false, [0, 60])])).toBe('movable');
    expect(await clashOf([on(20, true), on(20, false)])).toBe('fixed');
    expect(await clashOf([on(20, true), on(34, true)], { way: 'home' })).toBeNull();
  });

  it('says all places, also when one is chosen; a place with a group comes once', async () => {
    const { type, slug, placeId, officerId } = await aType([20]);
    const other = await createPlace(tenantId, { name: 'Biblioteket' });
    const group = await createMeeting(type, oneIn(21), { placeId: other, officerId, seats: 3 });
    const resident = await createResident(tenantId);
    const found = await listFreeTimes(resident, { slug, way: 'visit', placeId: other });
    expect(found.first).toEqual({ startsAt: oneIn(21), placeId: other, meetingId: group.meetingId });
    expect(found.seats).toBe(3);
    expect((await listFreeTimes(resident, { slug, way: 'visit', placeId })).seats).toBe(1);
    const booked = await createBooking(group, resident);
    expect((await getHold(resident, booked, 'sv')).isGroup).toBe(true);
    expect(found.places.map(({ id }) => id)).toEqual([other, placeId]);
  });

  it('is for those who may book the type', async () => {
    const { typeId } = await createType(tenantId, { audience: 'invitation' });
    const asked = { slug: slugOf({ typeId }), way: 'visit' } as const;
    await expect(listFreeTimes(await createResident(tenantId), asked)).rejects.toMatchObject({
      code: 'NotFound',
    });
    await expect(listFreeTimes({ kind: 'nobody', tenantId }, asked)).rejects.toMatchObject({
      code: 'NotFound',
    });
  });
});

describe('what she types while a time is held', () => {
  const content = { needs: { interpreter: 'somaliska' }, answers: {} };
  const rowsWithContent = (personId: string) =>
    read({ tenantId }, (tx) =>
      tx.booking.findMany({
        where: { tenantId, personId, sealed: { not: null } },
        select: { id: true, state: true },
      }),
    );

  async function held() {
    const { slug, placeId } = await aType([20]);
    const resident = await createResident(tenantId);
    const hold = async (startsAt: Date) => {
      const bookingId = newId();
      const taken = await holdTime(resident, { bookingId, typeSlug: slug, way: 'visit', placeId, startsAt });
      expect(taken.outcome).toBe('held');
      return bookingId;
    };
    return { resident, hold, first: await hold(oneIn(20)) };
  }

  it('is there again at the next time, and nowhere else when she has booked it', async () => {
    const { resident, hold, first } = await held();
    await keepBookingContent(resident, { bookingId: first, content });
    const second = await hold(minutesAfter(oneIn(20), 60));
    expect((await getHold(resident, second, 'sv')).typed).toEqual(content);
    expect(await confirmBooking(resident, { bookingId: second, content })).toMatchObject({
      outcome: 'booked',
    });
    expect(await rowsWithContent(resident.personId)).toEqual([{ id: second, state: 'booked' }]);
  });

  it('is kept once at the most, and never over what is booked', async () => {
    const { resident, hold, first } = await held();
    await keepBookingContent(resident, { bookingId: first, content });
    const second = await hold(minutesAfter(oneIn(20), 60));
    await keepBookingContent(resident, { bookingId: second, content: { needs: {}, answers: {} } });
    expect(await rowsWithContent(resident.personId)).toEqual([{ id: second, state: 'held' }]);
    await confirmBooking(resident, { bookingId: second, content });
    await keepBookingContent(resident, { bookingId: second, content: { needs: {}, answers: {} } });
    expect((await getHold(resident, second, 'sv')).content).toEqual({ ...content, asked: [] });
  });

  it('waits at the time that she chose since, where she confirms the one before', async () => {
    const { resident, hold, first } = await held();
    const second = await hold(minutesAfter(oneIn(20), 60));
    expect(await confirmBooking(resident, { bookingId: first, content })).toEqual({ outcome: 'lapsed' });
    expect((await getHold(resident, first, 'sv')).typed).toBeNull();
    await keepBookingContent(resident, { bookingId: first, content });
    const given = await getHold(resident, first, 'sv');
    expect(given).toMatchObject({
      isOpen: false,
      clash: null,
      newer: { id: second, isSameKind: true },
      typed: content,
    });
    expect(await getHold(resident, second, 'sv')).toMatchObject({
      typed: content,
      isOpen: true,
      newer: null,
    });
  });

  it('waits for the next time of its kind, where she has chosen one of another kind since and not booked it', async () => {
    const { resident, hold, first } = await held();
    const other = await aType([21]);
    const another = async () => {
      const bookingId = newId();
      const wanted = {
        typeSlug: other.slug,
        way: 'visit',
        placeId: other.placeId,
        startsAt: oneIn(21),
      } as const;
      await holdTime(resident, { bookingId, ...wanted });
      return bookingId;
    };
    const newer = await another();
    await keepBookingContent(resident, { bookingId: first, content });
    expect(await getHold(resident, first, 'en')).toMatchObject({
      content,
      mayBookAnew: true,
      newer: { id: newer, isSameKind: false, name: { text: 'Needs assessment', lang: 'en' } },
    });
    const again = await hold(minutesAfter(oneIn(20), 60));
    expect((await getHold(resident, again, 'sv')).typed).toEqual(content);
    expect(await getHold(resident, newer, 'sv')).toMatchObject({ newer: { id: again, isSameKind: false } });
    const last = await another();
    await confirmBooking(resident, { bookingId: last, content: { needs: {}, answers: {} } });
    expect(await getHold(resident, first, 'sv')).toMatchObject({ content: null, typed: null, newer: null });
  });

  it('is nobody else’s', async () => {
    const { first } = await held();
    const stranger = await createResident(tenantId);
    await expect(getHold(stranger, first, 'sv')).rejects.toMatchObject({ code: 'NotFound' });
    await expect(keepBookingContent(stranger, { bookingId: first, content })).rejects.toMatchObject({
      code: 'NotFound',
    });
  });
});

describe('times that she has already', () => {
  it('are told where another at the same hours is held; one that is moved is no other', async () => {
    const resident = await createResident(tenantId);
    const [mine, another] = [await aType([20]), await aType([20])];
    const take = async ({ slug, placeId }: typeof mine, startsAt: Date) => {
      const bookingId = newId();
      await holdTime(resident, { bookingId, typeSlug: slug, way: 'visit', placeId, startsAt });
      return bookingId;
    };
    const booked = await take(mine, oneIn(20));
    await confirmBooking(resident, { bookingId: booked, content: { needs: {}, answers: {} } });
    const clashing = await take(another, oneIn(20));
    const clash = { id: booked, startsAt: oneIn(20), mayMove: true };
    expect((await getHold(resident, clashing, 'sv')).clash).toEqual(clash);
    const long = await createType(tenantId, { changeMinutes: 21 * 24 * 60 });
    const offered = await createMeeting(another.type, minutesAfter(oneIn(20), -30));
    await createBooking(await createMeeting(long, minutesAfter(oneIn(20), -60)), resident);
    const both = await createBooking(offered, resident, { state: 'offered' });
    expect((await getHold(resident, both, 'sv')).clash).toMatchObject({ mayMove: false });
    const after = await take(another, minutesAfter(oneIn(20), 60));
    expect((await getHold(resident, after, 'sv')).clash).toBeNull();
    const meeting = await createMeeting(another.type, oneIn(20));
    const move = await createBooking(meeting, resident, { state: 'held', movesId: booked });
    expect((await getHold(resident, move, 'sv')).clash).toBeNull();
  });

  it('are shown instead of free ones where they are as many as she may have; to move there are free ones', async () => {
    const resident = await createResident(tenantId);
    const type = await createType(tenantId, { most: 1 });
    const asked = { slug: slugOf(type) };
    expect((await getTypeToBook(resident, asked, 'sv')).enough).toEqual([]);
    const bookingId = await createBooking(await createMeeting(type, oneIn(3)), resident);
    const { startsAt, endsAt } = { startsAt: oneIn(3), endsAt: minutesAfter(oneIn(3), 60) };
    expect((await getTypeToBook(resident, asked, 'sv')).enough.map(({ id }) => id)).toEqual([bookingId]);
    expect((await getTypeToBook(resident, { ...asked, movesId: bookingId }, 'sv')).enough).toEqual([]);
    expect((await getTypeToBook(resident, asked, 'sv')).busy).toEqual([{ startsAt, endsAt, mayMove: true }]);
    expect((await getTypeToBook(resident, { ...asked, movesId: bookingId }, 'sv')).busy).toEqual([]);
    await createBooking(await createMeeting(type, minutesAfter(new Date(), 30)), resident);
    expect((await getTypeToBook(resident, asked, 'sv')).busy.map(({ mayMove }) => mayMove)).toEqual([
      false,
      true,
    ]);
    const stranger = await createResident(tenantId);
    expect((await getTypeToBook(stranger, asked, 'sv')).enough).toEqual([]);
  });
});

describe('what she typed for a time that never became hers', () => {
  it('is forgotten after a week; what she booked with is not', async () => {
    const type = await createType(tenantId);
    const resident = await createResident(tenantId);
    const daysAgo = (days: number) => minutesAfter(new Date(), -days * 1440);
    const kept = async (endedAt: Date, bookedAt: Date | null) =>
      createBooking(await createMeeting(type, oneIn(3)), resident, {
        state: bookedAt ? 'cancelled' : 'lapsed',
        endedAt,
        bookedAt,
        sealed: seal('x', 'x'),
      });
    const old = await kept(daysAgo(8), null);
    const rest = [await kept(daysAgo(6), null), await kept(daysAgo(8), daysAgo(9))];
    await forgetKeptContent(aJob(tenantId));
    await forgetKeptContent(aJob('ekhamn'));
    const left = await read({ tenantId }, (tx) =>
      tx.booking.findMany({ where: { id: { in: [old, ...rest] }, sealed: { not: null } } }),
    );
    expect(left.map(({ id }) => id).toSorted()).toEqual(rest.toSorted());
    await expect(forgetKeptContent(resident as unknown as JobActor)).rejects.toMatchObject({
      code: 'NotFound',
    });
  });
});
