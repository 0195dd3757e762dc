import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { addDays } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import { wallInstant } from '@/lib/kernel/wall-time';
import type { ResidentActor } from '@/lib/platform/actor';
import { isAppError } from '@/lib/platform/errors';
import {
  createBooking,
  createMeeting,
  createOfficer,
  createOpening,
  createPlace,
  createRoom,
  createType,
  minutesAfter,
  someDay,
  type TestType,
} from '@/lib/testing/appointments-world';
import { aJob, createResident } from '@/lib/testing/builders';
import { createReceivedCase } from '@/lib/testing/cases-world';
import { asOwner } from '@/lib/testing/test-database';
import { cancelBooking } from './commands/cancel-booking';
import { confirmBooking } from './commands/confirm-booking';
import { endHolds } from './commands/end-holds';
import { holdTime } from './commands/hold-time';
import { releaseHold } from './commands/release-hold';
import type { BookingContent } from './domain/booking-seals';
import type { MeetingWay } from './domain/words';

const tenantId = 'granvik';
const nothing: BookingContent = { needs: {}, answers: {} };

let placeId: string;
let ane: ResidentActor;
let bo: ResidentActor;
let type: TestType;
let slug: string;
let officerId: string;
/** the first time of an opening of three hours */
const first = new Date(wallInstant(someDay, 480));

/** An opening once, so many minutes after that. */
const opening = (
  who: string,
  {
    after = 0,
    minutes = 180,
    place = placeId,
    ways = ['visit', 'video'],
  }: { after?: number; minutes?: number; place?: string; ways?: MeetingWay[] } = {},
) =>
  createOpening(tenantId, who, place, {
    startsOn: addDays(someDay, Math.floor(after / 1440)),
    fromMinute: 480 + (after % 1440),
    minutes,
    rule: null,
    ways,
  });

afterEach(() => {
  vi.useRealTimers();
});

beforeAll(async () => {
  placeId = await createPlace(tenantId);
});

beforeEach(async () => {
  ane = await createResident(tenantId);
  bo = await createResident(tenantId);
  type = await createType(tenantId, { minutes: 60, stepMinutes: 60 });
  slug = `type-${type.typeId}`;
  officerId = await createOfficer(tenantId, [type.typeId]);
  await opening(officerId);
});

const hold = (who: ResidentActor, startsAt: Date, more: Partial<Parameters<typeof holdTime>[1]> = {}) =>
  holdTime(who, { bookingId: newId(), typeSlug: slug, way: 'visit', placeId, startsAt, ...more });

/** The portal once more, which knows nothing of whose turn it is here: the database alone stands between the two. */
async function anotherInstance(): Promise<typeof hold> {
  vi.resetModules();
  const other = await import('./commands/hold-time');
  return (who, startsAt, more = {}) =>
    other.holdTime(who, { bookingId: newId(), typeSlug: slug, way: 'visit', placeId, startsAt, ...more });
}

async function book(
  who: ResidentActor,
  startsAt: Date,
  more: Parameters<typeof hold>[2] = {},
): Promise<string> {
  const held = await hold(who, startsAt, more);
  if (held.outcome !== 'held') throw new Error(held.outcome);
  const confirmed = await confirmBooking(who, { bookingId: held.bookingId, content: nothing });
  if (confirmed.outcome === 'lapsed') throw new Error('lapsed');
  return confirmed.bookingId;
}

const rows = <T extends object>(sql: string, values: unknown[]) =>
  asOwner(async (client) => (await client.query<T>(sql, values)).rows);
const bookingsOf = (who: ResidentActor) =>
  rows<{ id: string; state: string; startsAt: Date; sequence: number }>(
    `select id, state, starts_at as "startsAt", sequence from booking where person_id = $1 order by created_at`,
    [who.personId],
  );
const openMeetings = () =>
  rows<{ startsAt: Date; heldUntil: Date | null }>(
    `select starts_at as "startsAt", held_until as "heldUntil" from meeting
      where type_id = $1 and state = 'open' order by 1`,
    [type.typeId],
  );
const eventsOf = (bookingId: string) =>
  rows<{ type: string }>(`select type from domain_event where payload->>'bookingId' = $1 order by at, id`, [
    bookingId,
  ]).then((found) => found.map((one) => one.type));
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => (isAppError(error) ? (error.reason ?? error.fields ?? error.code) : error),
  );
/** As if the minutes of a hold had gone. */
const age = (bookingId: string, minutes: number) =>
  asOwner(async (client) => {
    await client.query(
      `update booking set held_until = held_until - $2 * interval '1 minute' where id = $1`,
      [bookingId, minutes],
    );
    await client.query(
      `update meeting m set held_until = b.held_until from booking b
        where b.id = $1 and m.id = b.meeting_id and m.held_until is not null`,
      [bookingId],
    );
  });

describe('holding a time', () => {
  it('gives it to the one who was first, and tells the other', async () => {
    expect(await hold(ane, first)).toMatchObject({ outcome: 'held' });
    expect(await hold(bo, first)).toEqual({ outcome: 'taken' });
    expect(await hold(bo, minutesAfter(first, 60))).toMatchObject({ outcome: 'held' });
  });

  it('gives it to one of two who come at the same moment', async () => {
    const both = await Promise.all([hold(ane, first), hold(bo, first)]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['held', 'taken']);
    expect(await openMeetings()).toHaveLength(1);
  });

  it('gives it to one of many who come at once to several instances of the portal', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => createResident(tenantId)));
    const instances = [hold, await anotherInstance(), await anotherInstance()];
    const got = await Promise.all(people.map((one, nth) => instances[nth % 3]?.(one, first)));
    expect(got.map((one) => one?.outcome).sort()).toEqual(['held', ...Array(11).fill('taken')]);
    expect(await openMeetings()).toHaveLength(1);
  });

  it('gives each an officer of their own where there are two', async () => {
    const other = await createOfficer(tenantId, [type.typeId]);
    await opening(other);
    const both = await Promise.all([hold(ane, first), hold(bo, first)]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['held', 'held']);
    expect(await hold(await createResident(tenantId), first)).toEqual({ outcome: 'taken' });
  });

  it('gives no more times than there are rooms', async () => {
    type = await createType(tenantId, { minutes: 60, stepMinutes: 60, needsRoom: true });
    slug = `type-${type.typeId}`;
    const place = await createPlace(tenantId);
    await createRoom(tenantId, place);
    for (let n = 0; n < 2; n++) await opening(await createOfficer(tenantId, [type.typeId]), { place });
    const both = await Promise.all([
      hold(ane, first, { placeId: place }),
      hold(bo, first, { placeId: place }),
    ]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['held', 'taken']);
  });

  it('is once, however often the form is posted', async () => {
    const bookingId = newId();
    const twice = [await hold(ane, first, { bookingId }), await hold(ane, first, { bookingId })];
    expect(twice[0]).toEqual(twice[1]);
    expect(await openMeetings()).toHaveLength(1);
  });

  it('is once for two posts of the form at the same moment, and says so to both', async () => {
    const bookingId = newId();
    const both = await Promise.all([hold(ane, first, { bookingId }), hold(ane, first, { bookingId })]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['held', 'held']);
  });

  it('is held anew by the same press where that came to nothing: she went back and chooses again', async () => {
    const [one, another] = [newId(), newId()];
    await hold(ane, first, { bookingId: one });
    await hold(ane, minutesAfter(first, 60), { bookingId: another });
    const again = await hold(ane, first, { bookingId: one });
    expect(again).toMatchObject({ outcome: 'held' });
    if (again.outcome !== 'held') throw new Error();
    expect(again.bookingId).not.toBe(one);
    await age(again.bookingId, 6);
    expect(await hold(ane, first, { bookingId: again.bookingId })).toMatchObject({ outcome: 'held' });
    expect(await openMeetings()).toHaveLength(1);
  });

  it('keeps one at a time: a new choice gives up the former', async () => {
    await hold(ane, first);
    expect(await hold(ane, minutesAfter(first, 60))).toMatchObject({ outcome: 'held' });
    expect(await hold(bo, first)).toMatchObject({ outcome: 'held' });
  });

  it('leaves her what she held where the new choice was taken', async () => {
    await hold(bo, minutesAfter(first, 60));
    await hold(ane, first);
    expect(await hold(ane, minutesAfter(first, 60))).toEqual({ outcome: 'taken' });
    expect(await bookingsOf(ane)).toMatchObject([{ state: 'held', startsAt: first }]);
  });

  it('refuses a time that is not offered', async () => {
    for (const [name, startsAt, more] of [
      ['between the steps', minutesAfter(first, 30), {}],
      ['after the opening', minutesAfter(first, 180), {}],
      ['in the past', minutesAfter(first, -14 * 1440), {}],
      ['in a way that the opening has not', first, { way: 'home' as const }],
      ['with another officer', first, { officerId: newId() }],
      ['at another place', first, { placeId: newId() }],
    ] as const)
      expect(await hold(ane, startsAt, more), name).toEqual({ outcome: 'taken' });
  });

  it('lets nobody else go on with it', async () => {
    const held = await hold(ane, first);
    if (held.outcome !== 'held') throw new Error();
    expect(await hold(bo, minutesAfter(first, 60), { bookingId: held.bookingId })).toEqual({
      outcome: 'taken',
    });
    expect(await refusal(confirmBooking(bo, { bookingId: held.bookingId, content: nothing }))).toBe(
      'NotFound',
    );
    expect(await refusal(releaseHold(bo, { bookingId: held.bookingId }))).toBe('NotFound');
  });

  it('is anybody’s when the minutes are over, before anything has tidied it away', async () => {
    const held = await hold(ane, first);
    if (held.outcome !== 'held') throw new Error();
    await age(held.bookingId, 6);
    expect(await hold(bo, first)).toMatchObject({ outcome: 'held' });
    expect(await confirmBooking(ane, { bookingId: held.bookingId, content: nothing })).toEqual({
      outcome: 'lapsed',
    });
  });

  it('is still hers after the minutes while nobody else has taken it', async () => {
    const held = await hold(ane, first);
    if (held.outcome !== 'held') throw new Error();
    await age(held.bookingId, 6);
    expect(await confirmBooking(ane, { bookingId: held.bookingId, content: nothing })).toMatchObject({
      outcome: 'booked',
    });
  });

  it('is nobody’s when the time has begun, though nothing has tidied it away', async () => {
    const held = await hold(ane, first);
    if (held.outcome !== 'held') throw new Error();
    vi.useFakeTimers({ toFake: ['Date'], now: first });
    expect(await confirmBooking(ane, { bookingId: held.bookingId, content: nothing })).toEqual({
      outcome: 'lapsed',
    });
    expect(await openMeetings()).toEqual([]);
  });

  it.each([
    { movesId: 'x' },
    { caseId: "' or 1=1" },
    { invitationId: '\0' },
    { officerId: 'all' },
    { way: 'letter' as MeetingWay },
    { typeSlug: '\0' },
  ])('is refused where no page of ours sent it: %j', async (more) => {
    expect(await refusal(hold(ane, first, more))).toBe('NotFound');
  });

  it('is tidied away by the job, a while after it ended', async () => {
    const held = await hold(ane, first);
    if (held.outcome !== 'held') throw new Error();
    await age(held.bookingId, 19);
    await endHolds(aJob(tenantId));
    expect(await openMeetings()).toHaveLength(1);
    await age(held.bookingId, 2);
    await endHolds(aJob(tenantId));
    expect(await openMeetings()).toEqual([]);
    expect(await bookingsOf(ane)).toMatchObject([{ state: 'lapsed' }]);
  });

  it('is given back at once when she says so', async () => {
    const held = await hold(ane, first);
    if (held.outcome !== 'held') throw new Error();
    await releaseHold(ane, { bookingId: held.bookingId });
    await releaseHold(ane, { bookingId: held.bookingId });
    expect(await hold(bo, first)).toMatchObject({ outcome: 'held' });
  });
});

describe('booking it', () => {
  it('makes it hers, with what she told sealed, and tells of it once', async () => {
    const held = await hold(ane, first);
    if (held.outcome !== 'held') throw new Error();
    const content: BookingContent = { needs: { interpreter: 'arabiska' }, answers: {} };
    const { bookingId } = held;
    expect(await confirmBooking(ane, { bookingId, content })).toEqual({ outcome: 'booked', bookingId });
    expect(await confirmBooking(ane, { bookingId, content })).toEqual({ outcome: 'booked', bookingId });
    expect(await eventsOf(bookingId)).toEqual(['appointments.booked']);
    expect(await openMeetings()).toEqual([{ startsAt: first, heldUntil: null }]);
    const [row] = await rows<{ sealed: Buffer }>('select sealed from booking where id = $1', [bookingId]);
    expect(row?.sealed.toString('latin1')).not.toContain('arabiska');
  });

  it('asks for a number to call, a home to come to, and what the type must know', async () => {
    type = await createType(tenantId, {
      stepMinutes: 60,
      questions: [{ id: 'about', label: { sv: 'Vad vill du prata om?' }, isRequired: true, lines: 3 }],
    });
    slug = `type-${type.typeId}`;
    await asOwner((client) =>
      client.query(`insert into officer_type (tenant_id, officer_id, type_id) values ($1, $2, $3)`, [
        tenantId,
        officerId,
        type.typeId,
      ]),
    );
    await opening(officerId, { ways: ['phone', 'home'], after: 1440 });
    const held = await hold(ane, minutesAfter(first, 1440), { way: 'phone' });
    if (held.outcome !== 'held') throw new Error(held.outcome);
    expect(await refusal(confirmBooking(ane, { bookingId: held.bookingId, content: nothing }))).toEqual({
      phone: 'errors:appointment-phone-needed',
      'answer-about': 'errors:appointment-answer-needed',
    });
    const content = { needs: {}, answers: { about: 'Hemtjänst' }, phone: '070-174 06 05' };
    expect(await confirmBooking(ane, { bookingId: held.bookingId, content })).toMatchObject({
      outcome: 'booked',
    });
  });

  it('gives her no more times to come than the type allows', async () => {
    await book(ane, first);
    expect(await hold(ane, minutesAfter(first, 60))).toEqual({ outcome: 'too-many' });
  });

  it('gives her no more from two windows at once, either', async () => {
    const held = await hold(ane, first);
    if (held.outcome !== 'held') throw new Error();
    // A second hold, as if both windows had been first.
    const other = await createMeeting(type, minutesAfter(first, 60), { officerId });
    const otherId = await createBooking(other, ane, { state: 'held' });
    const confirm = (bookingId: string) => refusal(confirmBooking(ane, { bookingId, content: nothing }));
    expect(await confirm(held.bookingId)).toBeNull();
    expect(await confirm(otherId)).toBe('errors:appointment-too-many');
  });

  it('never puts her in two places at once', async () => {
    await book(ane, first);
    const other = await createType(tenantId, { minutes: 60, stepMinutes: 60 });
    const another = await createOfficer(tenantId, [other.typeId]);
    await opening(another, { after: 30, minutes: 60 });
    const held = await hold(ane, minutesAfter(first, 30), { typeSlug: `type-${other.typeId}` });
    if (held.outcome !== 'held') throw new Error();
    expect(await refusal(confirmBooking(ane, { bookingId: held.bookingId, content: nothing }))).toBe(
      'errors:appointment-overlaps',
    );
  });
});

describe('moving it', () => {
  it('gives up the old time when the new is confirmed, and not before', async () => {
    const bookingId = await book(ane, first);
    const held = await hold(ane, minutesAfter(first, 60), { movesId: bookingId });
    if (held.outcome !== 'held') throw new Error();
    expect(await hold(bo, first)).toEqual({ outcome: 'taken' });
    const moved = { outcome: 'moved', bookingId };
    expect(await confirmBooking(ane, { bookingId: held.bookingId, content: nothing })).toEqual(moved);
    expect(await confirmBooking(ane, { bookingId: held.bookingId, content: nothing })).toEqual(moved);
    expect(await openMeetings()).toEqual([{ startsAt: minutesAfter(first, 60), heldUntil: null }]);
    expect((await bookingsOf(ane)).filter(({ state }) => state === 'booked')).toMatchObject([
      { id: bookingId, sequence: 1, startsAt: minutesAfter(first, 60) },
    ]);
    expect(await eventsOf(bookingId)).toEqual(['appointments.booked', 'appointments.moved']);
    expect(await hold(bo, first)).toMatchObject({ outcome: 'held' });
  });

  it('may overlap the time it is moved from', async () => {
    await opening(await createOfficer(tenantId, [type.typeId]), { after: 30, minutes: 60 });
    const bookingId = await book(ane, first);
    expect(await book(ane, minutesAfter(first, 30), { movesId: bookingId })).toBe(bookingId);
  });

  it('leaves the old time where the new was lost, or given up', async () => {
    const bookingId = await book(ane, first);
    const held = await hold(ane, minutesAfter(first, 60), { movesId: bookingId });
    if (held.outcome !== 'held') throw new Error();
    await age(held.bookingId, 6);
    await hold(bo, minutesAfter(first, 60));
    expect(await confirmBooking(ane, { bookingId: held.bookingId, content: nothing })).toEqual({
      outcome: 'lapsed',
    });
    expect((await bookingsOf(ane)).filter(({ state }) => state === 'booked')).toMatchObject([
      { id: bookingId, startsAt: first },
    ]);
  });

  it('is a booking of its own where the old was cancelled meanwhile', async () => {
    const bookingId = await book(ane, first);
    const held = await hold(ane, minutesAfter(first, 60), { movesId: bookingId });
    if (held.outcome !== 'held') throw new Error();
    await cancelBooking(ane, { bookingId });
    expect(await confirmBooking(ane, { bookingId: held.bookingId, content: nothing })).toEqual({
      outcome: 'booked',
      bookingId: held.bookingId,
    });
  });

  it('is a booking of its own where the old has begun meanwhile: what was missed is not moved', async () => {
    await rows('update appointment_type set change_minutes = 0 where id = $1', [type.typeId]);
    const bookingId = await book(ane, first);
    const held = await hold(ane, minutesAfter(first, 120), { movesId: bookingId });
    if (held.outcome !== 'held') throw new Error();
    vi.useFakeTimers({ toFake: ['Date'], now: minutesAfter(first, 1) });
    expect(await confirmBooking(ane, { bookingId: held.bookingId, content: nothing })).toEqual({
      outcome: 'booked',
      bookingId: held.bookingId,
    });
    expect(await bookingsOf(ane)).toMatchObject([
      { startsAt: first },
      { startsAt: minutesAfter(first, 120) },
    ]);
  });

  it('lets two change places by a third time, and never leaves one without', async () => {
    const [hers, his] = [await book(ane, first), await book(bo, minutesAfter(first, 60))];
    const third = minutesAfter(first, 120);
    expect(await book(ane, third, { movesId: hers })).toBe(hers);
    expect(await book(bo, first, { movesId: his })).toBe(his);
    expect(await book(ane, minutesAfter(first, 60), { movesId: hers })).toBe(hers);
    expect((await openMeetings()).map(({ startsAt }) => startsAt)).toEqual([first, minutesAfter(first, 60)]);
  });

  it('is done though the type is of another service by now than her case', async () => {
    const { resident, caseId } = await createReceivedCase(tenantId);
    const bookingId = await book(resident, first, { caseId });
    const [other] = await rows<{ id: string }>(
      `insert into service (tenant_id, id, slug, category) values ($1, gen_random_uuid(), gen_random_uuid(), 'other') returning id`,
      [tenantId],
    );
    await rows('update appointment_type set service_id = $1 where id = $2', [other?.id, type.typeId]);
    expect(await book(resident, minutesAfter(first, 60), { movesId: bookingId, caseId })).toBe(bookingId);
  });

  it('is refused of another’s booking, and too late', async () => {
    const bookingId = await book(ane, first);
    expect(await refusal(hold(bo, minutesAfter(first, 60), { movesId: bookingId }))).toBe('NotFound');
    // Also to a time that is gone: whose it is comes before all else.
    expect(await refusal(hold(bo, first, { movesId: bookingId }))).toBe('NotFound');
    await asOwner((client) =>
      client.query('update booking set change_minutes = 20000 where id = $1', [bookingId]),
    );
    expect(await refusal(hold(ane, minutesAfter(first, 60), { movesId: bookingId }))).toBe(
      'errors:appointment-change-too-late',
    );
    expect(await refusal(cancelBooking(ane, { bookingId }))).toBe('errors:appointment-change-too-late');
  });
});

describe('cancelling it', () => {
  it('gives the time to whoever wants it, once, with her reason sealed', async () => {
    const bookingId = await book(ane, first);
    await cancelBooking(ane, { bookingId, reason: 'Jag har blivit sjuk.' });
    await cancelBooking(ane, { bookingId });
    expect(await eventsOf(bookingId)).toEqual(['appointments.booked', 'appointments.cancelled']);
    expect(await hold(bo, first)).toMatchObject({ outcome: 'held' });
    expect(await refusal(cancelBooking(bo, { bookingId }))).toBe('NotFound');
  });
});

describe('an earlier time that she was offered', () => {
  it('goes with the booking that it would have moved', async () => {
    const bookingId = await book(ane, minutesAfter(first, 60));
    const meeting = await createMeeting(type, first, { officerId });
    const offerId = await createBooking(meeting, ane, { state: 'offered', movesId: bookingId });
    await cancelBooking(ane, { bookingId });
    expect(await confirmBooking(ane, { bookingId: offerId, content: nothing })).toEqual({
      outcome: 'lapsed',
    });
    expect(await hold(bo, first)).toMatchObject({ outcome: 'held' });
  });
});

describe('a group', () => {
  it('that nobody has confirmed yet stands as long as the last who holds a seat in it', async () => {
    type = await createType(tenantId, { minutes: 60, stepMinutes: 60, seats: 3 });
    slug = `type-${type.typeId}`;
    const leader = await createOfficer(tenantId, [type.typeId]);
    await opening(leader, { minutes: 60 });
    const one = await hold(ane, first);
    if (one.outcome !== 'held') throw new Error();
    await age(one.bookingId, 4);
    const two = await hold(bo, first);
    if (two.outcome !== 'held') throw new Error();
    const [meeting] = await openMeetings();
    expect(meeting?.heldUntil).toEqual(two.heldUntil);
  });

  it('fills its seats, and not one more, whoever comes at once', async () => {
    type = await createType(tenantId, { minutes: 60, stepMinutes: 60, seats: 3 });
    slug = `type-${type.typeId}`;
    const leader = await createOfficer(tenantId, [type.typeId]);
    await opening(leader, { minutes: 60 });
    const people = await Promise.all(Array.from({ length: 6 }, () => createResident(tenantId)));
    const got = await Promise.all(people.map((one) => hold(one, first)));
    expect(got.map(({ outcome }) => outcome).sort()).toEqual([
      ...Array(3).fill('held'),
      ...Array(3).fill('taken'),
    ]);
    expect(await openMeetings()).toHaveLength(1);
  });

  it('fills no more of them from several instances of the portal', async () => {
    type = await createType(tenantId, { minutes: 60, stepMinutes: 60, seats: 3 });
    slug = `type-${type.typeId}`;
    const leader = await createOfficer(tenantId, [type.typeId]);
    await opening(leader, { minutes: 60 });
    const people = await Promise.all(Array.from({ length: 8 }, () => createResident(tenantId)));
    const instances = [hold, await anotherInstance()];
    const got = await Promise.all(people.map((one, nth) => instances[nth % 2]?.(one, first)));
    expect(got.filter((one) => one?.outcome === 'held')).toHaveLength(3);
    expect(await openMeetings()).toHaveLength(1);
  });

  it('is one that a system published, too, and stays when nobody is left', async () => {
    const systemId = newId();
    const { meetingId } = await createMeeting(type, minutesAfter(first, 1440), {
      systemId,
      externalId: 'T-1',
      placeId,
    });
    const held = await hold(ane, minutesAfter(first, 1440), { meetingId });
    if (held.outcome !== 'held') throw new Error(held.outcome);
    expect(await hold(bo, minutesAfter(first, 1440), { meetingId })).toEqual({ outcome: 'taken' });
    await confirmBooking(ane, { bookingId: held.bookingId, content: nothing });
    await cancelBooking(ane, { bookingId: held.bookingId });
    expect(await hold(bo, minutesAfter(first, 1440), { meetingId })).toMatchObject({ outcome: 'held' });
  });
});

describe('the database, whatever the code does', () => {
  it.each([
    ['officer', () => ({ officerId })],
    ['room', async () => ({ roomId: await createRoom(tenantId, placeId) })],
  ])('lets no %s be in two meetings that overlap', async (_what, made) => {
    const claim = await made();
    await createMeeting(type, first, claim);
    await expect(createMeeting(type, minutesAfter(first, 59), claim)).rejects.toThrow();
    await createMeeting(type, minutesAfter(first, 60), claim);
  });

  it('has no seat that the meeting has not, and no two in one', async () => {
    const { meetingId } = await createMeeting(type, first);
    const seat = (n: number, who: ResidentActor) =>
      asOwner((client) =>
        client.query(
          `insert into booking (tenant_id, id, meeting_id, seat, person_id, state, starts_at, ends_at, booked_at)
           values ($1, gen_random_uuid(), $2, $3, $4, 'booked', now(), now(), now())`,
          [tenantId, meetingId, n, who.personId],
        ),
      );
    await expect(seat(2, ane)).rejects.toThrow('no such seat');
    await seat(1, ane);
    await expect(seat(1, bo)).rejects.toThrow('booking_seat_once');
    expect(await bookingsOf(ane)).toMatchObject([{ startsAt: first }]);
  });
});
