import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import {
  createOfficer,
  createPlace,
  createRoom,
  createType,
  minutesAfter,
  type TestType,
} from '@/lib/testing/appointments-world';
import {
  age,
  anotherInstance,
  bookingsOf,
  cancelAsSeen,
  createBookingWorld,
  first,
  nothing,
  openMeetingsOf,
  openOnce,
  type Press,
  pressOn,
} from '@/lib/testing/booking-world';
import { aJob, createResident } from '@/lib/testing/builders';
import { refusal } from '@/lib/testing/refusal';
import { confirmBooking } from './commands/confirm-booking';
import { endHolds } from './commands/end-holds';
import { holdTime } from './commands/hold-time';
import { releaseHold } from './commands/release-hold';
import type { MeetingWay } from './domain/words';
import { listFreeTimes } from './queries/list-free-times';

const tenantId = 'granvik';

let ane: ResidentActor;
let bo: ResidentActor;
let type: TestType;
let placeId: string;

beforeEach(async () => {
  ({ ane, bo, type, placeId } = await createBookingWorld());
});

afterEach(() => {
  vi.useRealTimers();
});

const hold = (...press: Press) => pressOn({ type, placeId }, press);

describe('holding a time', () => {
  it('gives it to the one who was first, and tells the other', async () => {
    expect(await hold(ane, first)).toMatchObject({ outcome: 'held' });
    expect(await hold(bo, first)).toEqual({ outcome: 'taken' });
    expect(await hold(bo, minutesAfter(first, 60))).toMatchObject({ outcome: 'held' });
  });

  it('gives it to one of two who come at the same moment', async () => {
    const both = await Promise.all([hold(ane, first), hold(bo, first)]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['held', 'taken']);
    expect(await openMeetingsOf(type)).toHaveLength(1);
  });

  it('gives it to one of many who come at once to several instances of the portal', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => createResident(tenantId)));
    const instances = [holdTime, await anotherInstance(), await anotherInstance()];
    const got = await Promise.all(
      people.map((one, nth) => pressOn({ type, placeId }, [one, first], instances[nth % 3])),
    );
    expect(got.map((one) => one.outcome).sort()).toEqual(['held', ...Array(11).fill('taken')]);
    expect(await openMeetingsOf(type)).toHaveLength(1);
  });

  it('gives each an officer of their own where there are two', async () => {
    const other = await createOfficer(tenantId, [type.typeId]);
    await openOnce(other, placeId);
    const both = await Promise.all([hold(ane, first), hold(bo, first)]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['held', 'held']);
    expect(await hold(await createResident(tenantId), first)).toEqual({ outcome: 'taken' });
  });

  it('gives no more times than there are rooms', async () => {
    type = await createType(tenantId, { minutes: 60, stepMinutes: 60, needsRoom: true });
    const place = await createPlace(tenantId);
    await createRoom(tenantId, place);
    for (let n = 0; n < 2; n++) await openOnce(await createOfficer(tenantId, [type.typeId]), place);
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
    expect(await openMeetingsOf(type)).toHaveLength(1);
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
    expect(await openMeetingsOf(type)).toHaveLength(1);
  });

  it('is held anew by the same press where she has cancelled what it became: the time is free again', async () => {
    const bookingId = newId();
    await hold(ane, first, { bookingId });
    await confirmBooking(ane, { bookingId, content: nothing });
    await cancelAsSeen(ane, { bookingId });
    const again = await hold(ane, first, { bookingId });
    expect(again).toMatchObject({ outcome: 'held', bookingId: expect.not.stringMatching(bookingId) });
  });

  it('is said to be hers where the same press has become a booking: nobody else was first', async () => {
    const bookingId = newId();
    await hold(ane, first, { bookingId });
    await confirmBooking(ane, { bookingId, content: nothing });
    // Whoever looks now has the portal know that it is taken.
    await listFreeTimes(bo, { slug: `type-${type.typeId}`, way: 'visit' });
    expect(await hold(bo, first)).toEqual({ outcome: 'taken' });
    expect(await hold(ane, first, { bookingId })).toEqual({ outcome: 'hers', bookingId });
    expect(await openMeetingsOf(type)).toHaveLength(1);
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
    expect(await openMeetingsOf(type)).toEqual([]);
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
    expect(await openMeetingsOf(type)).toHaveLength(1);
    await age(held.bookingId, 2);
    await endHolds(aJob(tenantId));
    expect(await openMeetingsOf(type)).toEqual([]);
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
