import { afterEach, describe, expect, it, vi } from 'vitest';
import { addDays } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import { wallInstant } from '@/lib/kernel/wall-time';
import type { JobActor, ResidentActor } from '@/lib/platform/actor';
import { write } from '@/lib/platform/db';
import { handlers } from '@/lib/platform/jobs/handlers';
import {
  createBooking,
  createMeeting,
  createOfficer,
  createOpening,
  createPlace,
  createRoom,
  createType,
  minutesAfter,
  offersTo,
  someDay,
} from '@/lib/testing/appointments-world';
import { cancelAsSeen } from '@/lib/testing/booking-world';
import { aJob, createResident } from '@/lib/testing/builders';
import { admin, asPlace, asType } from '@/lib/testing/kept-world';
import { asOwner } from '@/lib/testing/test-database';
import { changeOpening } from './commands/change-opening';
import { offerEarlier } from './commands/offer-earlier';
import { offerOpened } from './commands/offer-opened';
import { putOfficer } from './commands/put-officer';
import { putOpening } from './commands/put-opening';
import { putPlace } from './commands/put-place';
import { putRoom } from './commands/put-room';
import { putType } from './commands/put-type';
import { releaseHold } from './commands/release-hold';
import { removeException } from './commands/remove-exception';
import { wishForEarlier } from './commands/wish-for-earlier';

const tenantId = 'granvik';
const going = new AbortController().signal;
const NOON = new Date(wallInstant(addDays(someDay, -1), 720));
const at = (days: number, hour: number) => new Date(wallInstant(addDays(someDay, days), hour * 60));

afterEach(() => {
  vi.useRealTimers();
});

/** A type with a place and an officer who is never there; those who wait have times with nobody we know. */
async function world(more: Parameters<typeof createType>[1] = {}) {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  const type = await createType(tenantId, { stepMinutes: 60, ...more });
  const placeId = await createPlace(tenantId);
  const officerId = await createOfficer(tenantId, [type.typeId]);
  const wishing = async (days: number, most = 3) => {
    const resident = await createResident(tenantId);
    const bookingId = await createBooking(await createMeeting(type, at(days, 8), { placeId }), resident);
    await wishForEarlier(resident, { bookingId, most });
    vi.setSystemTime(Date.now() + 1000);
    return { resident, bookingId };
  };
  return { ...type, placeId, officerId, wishing };
}
type World = Awaited<ReturnType<typeof world>>;

/** Hours for visits on one day, so many days after the first. */
const hours = ({ officerId, placeId }: World, days: number, from = '13', to = '14') =>
  ({
    officerId,
    placeId,
    ways: ['visit'],
    startsOn: addDays(someDay, days),
    from,
    to,
    everyWeeks: '0',
    weekdays: [],
    until: '',
  }) as const;
const opens = (one: World, ...when: Parameters<typeof hours> extends [unknown, ...infer R] ? R : never) =>
  putOpening(admin, { openingId: newId(), ...hours(one, ...when) });
/** The same, of old. */
const isOpen = ({ officerId, placeId }: World, days: number, from = 13, count = 1) =>
  createOpening(tenantId, officerId, placeId, {
    startsOn: addDays(someDay, days),
    fromMinute: from * 60,
    minutes: count * 60,
    rule: null,
  });

/** Jobs that wait to offer what has opened of a type. */
const takeJobs = (typeId: string): Promise<{ payload: object[]; run_at: Date }[]> =>
  asOwner(async (client) => {
    await client.query('set role minasidor_worker');
    const { rows } = await client.query(
      `delete from graphile_worker._private_jobs where key = $1 returning payload, run_at`,
      [`offer-opened:${typeId}`],
    );
    return rows;
  });
async function runs({ typeId }: { typeId: string }): Promise<number> {
  const jobs = await takeJobs(typeId);
  for (const { payload } of jobs) await handlers['offer-opened']?.(payload, going);
  return jobs.length;
}

const timesOf = async (one: { bookingId: string }) =>
  (await offersTo(tenantId, one)).map(({ startsAt }) => startsAt);

const close = (whom: object, from: Date, to: Date): Promise<string> =>
  write({ tenantId }, async (tx) => {
    const id = newId();
    await tx.openingException.create({ data: { tenantId, id, startsAt: from, endsAt: to, ...whom } });
    return id;
  });
const shut = (table: 'meeting_officer' | 'meeting_place' | 'meeting_room', id: string) =>
  asOwner((client) => client.query(`update ${table} set is_open = false where id = $1`, [id]));
const officerForm = ({ typeId }: World) => ({
  version: '0',
  name: 'Maria Öberg',
  unit: 'Biståndsenheten',
  isOpen: 'yes',
  types: [typeId],
});
const roomForm = { version: '0', name: 'Eken', seats: '4', isOpen: 'yes' };

const changes: Record<string, (one: World) => Promise<unknown>> = {
  'new hours': (one) => opens(one, 1),
  'changed hours': async (one) => {
    const openingId = await isOpen(one, 30);
    return changeOpening(admin, {
      ...hours(one, 1),
      openingId,
      newOpeningId: newId(),
      version: '0',
      keepsBooked: null,
    });
  },
  'a day of an officer that is open again': async (one) => {
    await isOpen(one, 1);
    await removeException(admin, await close({ officerId: one.officerId }, at(1, 0), at(2, 0)));
  },
  'a day of a place that is open again': async (one) => {
    await isOpen(one, 1);
    await removeException(admin, await close({ placeId: one.placeId }, at(1, 0), at(2, 0)));
  },
  'a day of all that is open again': async (one) => {
    await isOpen(one, 1);
    await removeException(admin, await close({}, at(1, 0), at(2, 0)));
  },
  'an officer who takes the type': async (one) => {
    const officerId = await createOfficer(tenantId);
    await isOpen({ ...one, officerId }, 1);
    await putOfficer(admin, officerId, officerForm(one));
  },
  'an officer who can be booked again': async (one) => {
    await isOpen(one, 1);
    await shut('meeting_officer', one.officerId);
    await putOfficer(admin, one.officerId, officerForm(one));
  },
  'a type that an officer takes': async (one) => {
    const officerId = await createOfficer(tenantId);
    await isOpen({ ...one, officerId }, 1);
    await putType(admin, one.typeId, asType({ version: '0', officers: [one.officerId, officerId] }));
  },
  'a type that can be booked again': async (one) => {
    await isOpen(one, 1);
    await asOwner((client) =>
      client.query('update appointment_type set is_open = false where id = $1', [one.typeId]),
    );
    const form = asType({ version: '0', audience: 'invitation', officers: [one.officerId] });
    await putType(admin, one.typeId, form);
  },
  'a place that is open again': async (one) => {
    await isOpen(one, 1);
    await shut('meeting_place', one.placeId);
    await putPlace(admin, one.placeId, asPlace({ version: '0' }));
  },
};

describe('times that come to be', () => {
  it.each(Object.entries(changes))('%s: the first in line is offered one', async (_, change) => {
    const one = await world();
    const [first, second] = [await one.wishing(20), await one.wishing(21)];
    await change(one);
    expect(await runs(one)).toBe(1);
    expect([await timesOf(first), await timesOf(second)]).toEqual([[at(1, 13)], []]);
  });

  it('a room that is open again, and one more: to those who wait for what needs one', async () => {
    const one = await world({ needsRoom: true });
    const [first, second] = [await one.wishing(20), await one.wishing(21)];
    const roomId = await createRoom(tenantId, one.placeId);
    await isOpen(one, 1);
    await shut('meeting_room', roomId);
    await putRoom(admin, { placeId: one.placeId, roomId }, roomForm);
    await runs(one);
    await isOpen({ ...one, officerId: await createOfficer(tenantId, [one.typeId]) }, 1);
    await putRoom(
      admin,
      { placeId: one.placeId, roomId: newId() },
      { ...roomForm, name: 'Linden', version: '' },
    );
    await runs(one);
    expect([await timesOf(first), await timesOf(second)]).toEqual([[at(1, 13)], [at(1, 13)]]);
  });

  it('a cancelled meeting of another kind frees its officer, when nobody who waits for its own kind wants it', async () => {
    const one = await world();
    const long = await createType(tenantId, { minutes: 120 });
    const waits = await one.wishing(20);
    await isOpen(one, 1, 13, 2);
    const { officerId, placeId } = one;
    await asOwner((client) =>
      client.query('insert into officer_type (tenant_id, officer_id, type_id) values ($1, $2, $3)', [
        tenantId,
        officerId,
        long.typeId,
      ]),
    );
    const cancelled = async () => {
      const resident = await createResident(tenantId);
      const meeting = await createMeeting(long, at(1, 13), { officerId, placeId });
      await cancelAsSeen(resident, { bookingId: await createBooking(meeting, resident) });
      await offerEarlier(aJob(tenantId), meeting.meetingId);
    };
    const resident = await createResident(tenantId);
    const bookingId = await createBooking(await createMeeting(long, at(20, 13), { placeId }), resident);
    await wishForEarlier(resident, { bookingId, most: 3 });
    await cancelled();
    expect([await timesOf({ bookingId }), await runs(one), await timesOf(waits)]).toEqual([
      [at(1, 13)],
      0,
      [],
    ]);
    // She says no, and nobody else waits for so long a meeting.
    const [offer] = await offersTo(tenantId, { bookingId });
    await releaseHold(resident, { bookingId: offer?.id ?? '' });
    await offerEarlier(aJob(tenantId), offer?.meetingId ?? '');
    expect([await runs(long), await runs(one)]).toEqual([0, 1]);
    expect(await timesOf(waits)).toEqual([at(1, 13)]);
  });

  it('a time that was only held for some minutes was there a moment ago', async () => {
    const one = await world();
    const other = await createType(tenantId);
    await one.wishing(20);
    const resident = await createResident(tenantId);
    const meeting = await createMeeting(other, at(1, 13), {
      officerId: one.officerId,
      heldUntil: minutesAfter(NOON, 5),
    });
    const bookingId = await createBooking(meeting, resident, { state: 'held' });
    await releaseHold(resident, { bookingId });
    await offerEarlier(aJob(tenantId), meeting.meetingId);
    expect(await runs(one)).toBe(0);
  });

  it('are offered to as many as there are, each the first that suits her, and to nobody twice', async () => {
    const one = await world();
    const near = await one.wishing(1);
    const waiting = [
      await one.wishing(20),
      await one.wishing(3),
      await one.wishing(21),
      await one.wishing(22),
    ];
    await opens(one, 3, '13', '14');
    await opens(one, 2, '13', '15');
    const [job] = await takeJobs(one.typeId);
    for (const _ of ['once', 'and again']) {
      await handlers['offer-opened']?.(job?.payload, going);
      expect(await Promise.all([near, ...waiting].map(timesOf))).toEqual([
        [],
        [at(2, 13)],
        [at(2, 14)],
        [at(3, 13)],
        [],
      ]);
    }
    // What the first lets go is the next one's, and is not hers again.
    const [offer] = await offersTo(tenantId, waiting[0] as { bookingId: string });
    await releaseHold((waiting[0] as { resident: ResidentActor }).resident, { bookingId: offer?.id ?? '' });
    await handlers['offer-opened']?.(job?.payload, going);
    expect(await Promise.all(waiting.map(timesOf))).toEqual([
      [at(2, 13)],
      [at(2, 14)],
      [at(3, 13)],
      [at(2, 13)],
    ]);
  });

  it('leave in peace those whom they would not suit, and what could be booked before', async () => {
    const one = await world();
    await isOpen(one, 1, 9);
    const [waits, busy] = [await one.wishing(20), await one.wishing(21)];
    await createBooking(await createMeeting(one, at(2, 13), { way: 'phone' }), busy.resident);
    // By telephone, which nobody waits for; later than what they have; at another place.
    await putOpening(admin, { openingId: newId(), ...hours(one, 2), ways: ['phone'] });
    await opens(one, 25);
    await opens({ ...one, placeId: await createPlace(tenantId) }, 2);
    await runs(one);
    expect([await timesOf(waits), await timesOf(busy)]).toEqual([[], []]);
    await opens({ ...one, officerId: await createOfficer(tenantId, [one.typeId]) }, 2);
    await runs(one);
    expect([await timesOf(waits), await timesOf(busy)]).toEqual([[at(2, 13)], []]);
  });

  it('what she can’t have is passed for the next that she can', async () => {
    const one = await world();
    const busy = await one.wishing(20);
    await createBooking(await createMeeting(one, at(2, 13), { way: 'phone' }), busy.resident);
    await opens(one, 2, '13', '16');
    const [job] = await takeJobs(one.typeId);
    await handlers['offer-opened']?.(job?.payload, going);
    const [offer] = await offersTo(tenantId, busy);
    await releaseHold(busy.resident, { bookingId: offer?.id ?? '' });
    await handlers['offer-opened']?.(job?.payload, going);
    expect(await timesOf(busy)).toEqual([at(2, 14), at(2, 15)]);
  });

  it('are no work where nobody waits, and one piece of it however many changes there are', async () => {
    const one = await world();
    await opens(one, 1);
    expect(await takeJobs(one.typeId)).toEqual([]);
    await one.wishing(20);
    for (const days of [2, 3, 4]) await opens(one, days);
    const jobs = await takeJobs(one.typeId);
    expect(jobs.map(({ payload, run_at }) => [payload.length, run_at])).toEqual([
      [3, minutesAfter(new Date(), 1)],
    ]);
    expect(JSON.stringify(jobs)).not.toContain('personId');
  });

  it('wait for the morning, and are asked for by the worker alone', async () => {
    const one = await world();
    const waits = await one.wishing(20);
    await opens(one, 1);
    vi.setSystemTime(wallInstant(addDays(someDay, -1), 22 * 60));
    await runs(one);
    expect(await timesOf(waits)).toEqual([]);
    vi.setSystemTime(wallInstant(someDay, 7 * 60));
    const [job] = await takeJobs(one.typeId);
    expect(job?.run_at).toEqual(new Date());
    await handlers['offer-opened']?.(job?.payload, going);
    expect(await timesOf(waits)).toEqual([at(1, 13)]);
    const nobody = { kind: 'nobody', tenantId } as unknown as JobActor;
    await expect(offerOpened(nobody, { typeId: one.typeId, opened: [] })).rejects.toMatchObject({
      code: 'NotFound',
    });
  });
});
