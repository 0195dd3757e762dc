import { describe, expect, it, vi } from 'vitest';
import { addDays } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { write } from '@/lib/platform/db';
import {
  type Bookable,
  createBookable,
  createBooking,
  createMeeting,
  createOfficer,
  createOpening,
  createRoom,
  someDay,
} from '@/lib/testing/appointments-world';
import { aJob, createResident } from '@/lib/testing/builders';
import { admin, at } from '@/lib/testing/kept-world';
import { asAppRole, asOwner } from '@/lib/testing/test-database';
import { closeBookedInTx } from './commands/close-booked-in-tx';
import { closeDay } from './commands/close-day';
import { confirmBooking } from './commands/confirm-booking';
import { holdTime } from './commands/hold-time';
import { moveClosed } from './commands/move-closed';
import { putOfficer } from './commands/put-officer';
import { putPlace } from './commands/put-place';
import { putRoom } from './commands/put-room';
import type { Posted } from './domain/posted';
import { listClosed } from './queries/list-closed';
import { listFreeTimes } from './queries/list-free-times';

const tenantId = 'granvik';
const content = { needs: {}, answers: {}, phone: '070-174 06 35' };
const ours = ({ officerId, placeId, roomId }: Bookable) => ({ officerId, placeId, roomId });

const form: Posted = {
  version: '0',
  name: 'Eken',
  unit: 'Biståndsenheten',
  seats: '20',
  address: 'Storgatan 1, 123 45 Granvik',
  'directions-sv': 'Ingång från torget, plan 2.',
};
const puts = {
  officer: ({ officerId, typeId }: Bookable, more: Posted = {}) =>
    putOfficer(admin, officerId, { ...form, types: [typeId], ...more }),
  place: ({ placeId }: Bookable, more: Posted = {}) => putPlace(admin, placeId, { ...form, ...more }),
  room: ({ placeId, roomId }: Bookable, more: Posted = {}) =>
    putRoom(admin, { placeId, roomId }, { ...form, ...more }),
};
const kinds = ['officer', 'place', 'room'] as const;

const stateOf = (bookingId: string) =>
  asOwner(async (client) => {
    const { rows } = await client.query<{ booking: string; meeting: string }>(
      `select b.state as booking, m.state as meeting from booking b join meeting m on m.id = b.meeting_id where b.id = $1`,
      [bookingId],
    );
    return rows[0];
  });

async function seat(bookable: Bookable, hour: number, resident: ResidentActor, more: object = {}) {
  return createBooking(await createMeeting(bookable, at(hour), ours(bookable)), resident, more);
}

describe.each(kinds)('what is held or offered when the %s closes', (kind) => {
  it('comes to nothing, and is nobody to ask about', async () => {
    const bookable = await createBookable(tenantId, { type: { needsRoom: true } });
    const [ane, bo] = [await createResident(tenantId), await createResident(tenantId)];
    const held = newId();
    const press = { bookingId: held, typeSlug: `type-${bookable.typeId}`, way: 'visit' as const };
    expect(await holdTime(ane, { ...press, startsAt: at(8), placeId: bookable.placeId })).toMatchObject({
      outcome: 'held',
    });
    const offered = await seat(bookable, 9, bo, { state: 'offered' });
    expect(await puts[kind](bookable)).toEqual({ outcome: 'put' });
    for (const id of [held, offered])
      expect(await stateOf(id)).toEqual({ booking: 'lapsed', meeting: 'cancelled' });
    expect(await confirmBooking(ane, { bookingId: held, content })).toEqual({ outcome: 'lapsed' });
    expect(await confirmBooking(bo, { bookingId: offered, content })).toEqual({ outcome: 'lapsed' });
  });

  it('stands while it is asked what becomes of those who are booked', async () => {
    const bookable = await createBookable(tenantId);
    await seat(bookable, 8, await createResident(tenantId));
    const held = await seat(bookable, 9, await createResident(tenantId), { state: 'held' });
    expect(await puts[kind](bookable)).toMatchObject({ outcome: 'booked', booked: 1 });
    expect(await stateOf(held)).toEqual({ booking: 'held', meeting: 'open' });
  });

  it('can’t be confirmed where it was taken just as that closed', async () => {
    const bookable = await createBookable(tenantId);
    await puts[kind](bookable);
    const resident = await createResident(tenantId);
    const bookingId = await seat(bookable, 8, resident, { state: 'held' });
    expect(await confirmBooking(resident, { bookingId, content })).toEqual({ outcome: 'lapsed' });
    expect(await stateOf(bookingId)).toEqual({ booking: 'lapsed', meeting: 'cancelled' });
  });
});

it('whoever is just confirming is waited for, and asked about', async () => {
  const bookable = await createBookable(tenantId);
  const bookingId = await seat(bookable, 8, await createResident(tenantId), { state: 'held' });
  const isWaitedFor = () =>
    asOwner(async (client) => {
      const { rowCount } = await client.query('select from pg_locks where not granted');
      expect(rowCount).toBeGreaterThan(0);
    });
  const closing = await asAppRole(async (client) => {
    await client.query('begin');
    await client.query("select set_config('app.tenant_id', $1, true)", [tenantId]);
    await client.query('select from meeting where officer_id = $1 for update', [bookable.officerId]);
    await client.query(
      "update booking set state = 'booked', held_until = null, booked_at = now() where id = $1",
      [bookingId],
    );
    const put = puts.officer(bookable);
    await vi.waitFor(isWaitedFor, { timeout: 10_000 });
    await client.query('commit');
    return { put };
  });
  expect(await closing.put).toMatchObject({ outcome: 'booked', booked: 1 });
  expect(await stateOf(bookingId)).toEqual({ booking: 'booked', meeting: 'open' });
});

it('all who are booked are counted, however many, and all of their days are closed', async () => {
  const bookable = await createBookable(tenantId);
  const { officerId, typeId } = bookable;
  const { personId } = await createResident(tenantId);
  const lastOn = addDays(someDay, 60);
  const undone = new Error('nothing of it stays');
  const tried = write({ tenantId }, async (tx) => {
    await tx.$executeRaw`
      insert into meeting (tenant_id, id, type_id, way, officer_id, starts_at, ends_at, busy_from, busy_to)
      select ${tenantId}, gen_random_uuid(), ${typeId}::uuid, 'phone', ${officerId}::uuid, t, t + interval '5 minutes', t, t + interval '5 minutes'
        from (select case n when 5000 then ${at(8, lastOn)}::timestamptz else ${at(8)}::timestamptz + n * interval '10 minutes' end t
                from generate_series(0, 5000) n)`;
    await tx.$executeRaw`
      insert into booking (tenant_id, id, meeting_id, seat, person_id, state, starts_at, ends_at, booked_at)
      select tenant_id, gen_random_uuid(), id, 1, ${personId}::uuid, 'booked', starts_at, ends_at, now()
        from meeting where tenant_id = ${tenantId} and officer_id = ${officerId}::uuid`;
    // What is not committed has no statistics: the database would join one by one.
    await tx.$executeRaw`set local enable_nestloop = off`;
    expect(await closeBookedInTx(tx, admin, { officerId }, null)).toEqual({ booked: 5001, lastOn });
    expect(await closeBookedInTx(tx, admin, { officerId }, 'move')).toBeNull();
    const closed = await tx.openingException.findFirst({ where: { tenantId, officerId } });
    expect(closed?.endsAt).toEqual(at(0, addDays(lastOn, 1)));
    throw undone;
  });
  await expect(tried).rejects.toBe(undone);
});

it.each(kinds)(
  'those who keep their times can be given others for a day though the %s has closed',
  async (kind) => {
    const bookable = await createBookable(tenantId, { type: { needsRoom: true } });
    const { typeId, placeId } = bookable;
    const value = `${kind}:${{ officer: bookable.officerId, place: placeId, room: bookable.roomId }[kind]}`;
    const resident = await createResident(tenantId);
    const bookingId = await seat(bookable, 8, resident);
    await createRoom(tenantId, placeId, { seats: 20 });
    const nils = await createOfficer(tenantId, [typeId], { name: 'Nils Ek' });
    await createOpening(tenantId, nils, placeId);
    const asked = async () => (await listClosed(admin)).closable.find((one) => one.value === value)?.isOpen;
    expect(await asked()).toBe(true);
    await puts[kind](bookable, { booked: 'keep' });
    expect(await asked()).toBe(false);
    const exceptionId = newId();
    await closeDay(admin, { exceptionId, whom: value, from: someDay });
    expect(await moveClosed(aJob(tenantId), exceptionId)).toBe(true);
    expect((await stateOf(bookingId))?.booking).toBe(kind === 'place' ? 'taken_away' : 'booked');
    // Nobody is left there: there is nothing more to close.
    expect(await asked()).toBeUndefined();
  },
);

it.each(kinds)(
  'a group that meets though the %s has closed lets nobody new in, until that opens again',
  async (kind) => {
    const bookable = await createBookable(tenantId, { type: { seats: 5 } });
    const { typeId, placeId } = bookable;
    const meeting = await createMeeting(bookable, at(8), { ...ours(bookable), seats: 5 });
    await createBooking(meeting, await createResident(tenantId));
    const resident = await createResident(tenantId);
    const slug = `type-${typeId}`;
    const groups = async () =>
      (await listFreeTimes(resident, { slug, way: 'visit' })).times.filter((one) => one.meetingId !== null);
    const press = async () => {
      const chosen = { way: 'visit' as const, startsAt: at(8), placeId, meetingId: meeting.meetingId };
      return (await holdTime(resident, { ...chosen, bookingId: newId(), typeSlug: slug })).outcome;
    };
    await puts[kind](bookable, { booked: 'keep' });
    expect(await groups()).toEqual([]);
    expect(await press()).toBe('taken');
    // Said once, where it is closed, and not among closed days too.
    const days = await asOwner((client) =>
      client.query('select from opening_exception where $1::uuid in (officer_id, place_id, room_id)', [
        { officer: bookable.officerId, place: placeId, room: bookable.roomId }[kind],
      ]),
    );
    expect(days.rowCount).toBe(0);
    await puts[kind](bookable, { version: '1', isOpen: 'yes' });
    expect(await groups()).toHaveLength(1);
    expect(await press()).toBe('held');
  },
);
