import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
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
import { admin, at, audited, row } from '@/lib/testing/kept-world';
import { asOwner } from '@/lib/testing/test-database';
import { holdTime } from './commands/hold-time';
import { moveClosed } from './commands/move-closed';
import { putOfficer } from './commands/put-officer';
import { putPlace } from './commands/put-place';
import { putRoom } from './commands/put-room';
import type { Posted } from './domain/posted';
import { getBooking } from './queries/get-booking';
import { listClosed } from './queries/list-closed';
import { listFreeTimes } from './queries/list-free-times';

const tenantId = 'granvik';

describe('closing an officer, a place or a room where people are booked', () => {
  async function booked(bookable: Bookable, hour: number, more: object = {}) {
    const { officerId, placeId, roomId } = bookable;
    const meeting = await createMeeting(bookable, at(hour), { officerId, placeId, roomId, ...more });
    const resident = await createResident(tenantId);
    return { resident, bookingId: await createBooking(meeting, resident) };
  }
  const exceptionOf = (column: string, id: string) =>
    asOwner(async (client) => {
      const { rows } = await client.query<{ id: string }>(
        `select id from opening_exception where ${column} = $1`,
        [id],
      );
      return rows[0]?.id;
    });
  const runs = async (exceptionId: string | undefined) => {
    let moved = 0;
    while (await moveClosed(aJob(tenantId), exceptionId ?? '')) moved++;
    return moved;
  };
  const closedOfficer = (officerId: string, more: Posted = {}) =>
    putOfficer(admin, officerId, {
      version: '0',
      name: 'Maria Öberg',
      unit: 'Biståndsenheten',
      ...more,
    });

  it('asks what becomes of them before anything is done, and lets them keep their times', async () => {
    const bookable = await createBookable(tenantId);
    const { officerId, typeId } = bookable;
    const { resident, bookingId } = await booked(bookable, 8);
    await booked(bookable, 9);
    expect(await closedOfficer(officerId, { types: [typeId] })).toEqual({
      outcome: 'booked',
      booked: 2,
      lastOn: someDay,
    });
    expect(await row('meeting_officer', officerId)).toMatchObject({ is_open: true, version: 0 });
    expect(await audited(officerId)).toEqual([]);
    expect(await closedOfficer(officerId, { types: [typeId], booked: 'keep' })).toEqual({ outcome: 'put' });
    expect(await row('meeting_officer', officerId)).toMatchObject({ is_open: false, version: 1 });
    expect(await exceptionOf('officer_id', officerId)).toBeUndefined();
    expect(await getBooking(resident, bookingId, 'sv')).toMatchObject({
      situation: 'coming',
      startsAt: at(8),
    });
    const nobody = await listFreeTimes(resident, { slug: `type-${typeId}`, way: 'phone' });
    expect(nobody.first).toBeNull();
  });

  it('gives them other times: an officer’s with somebody else', async () => {
    const bookable = await createBookable(tenantId);
    const { officerId, typeId, placeId } = bookable;
    const { resident, bookingId } = await booked(bookable, 8);
    const nils = await createOfficer(tenantId, [typeId], { name: 'Nils Ek' });
    await createOpening(tenantId, nils, placeId);
    await closedOfficer(officerId, { types: [typeId], booked: 'move' });
    expect(await runs(await exceptionOf('officer_id', officerId))).toBe(1);
    expect(await getBooking(resident, bookingId, 'sv')).toMatchObject({
      situation: 'coming',
      officer: 'Nils Ek',
      startsAt: at(9),
    });
    // What is closed has a name, though nobody can close her again.
    const { closed, closable } = await listClosed(admin);
    expect(closed.map(({ whom }) => whom)).toContain('Maria Öberg');
    expect(closable.map(({ value }) => value)).not.toContain(`officer:${officerId}`);
  });

  it('a room’s in another room of the place, and a place’s nowhere: they are told to book anew', async () => {
    const bookable = await createBookable(tenantId, { type: { needsRoom: true } });
    const { placeId, roomId } = bookable;
    const { resident, bookingId } = await booked(bookable, 8);
    const other = await createRoom(tenantId, placeId);
    const { name, seats } = await row('meeting_room', roomId);
    const closing: Posted = { version: '0', name, seats: String(seats) };
    expect(await putRoom(admin, { placeId, roomId }, closing)).toMatchObject({
      outcome: 'booked',
      booked: 1,
    });
    await putRoom(admin, { placeId, roomId }, { ...closing, booked: 'move' });
    expect(await runs(await exceptionOf('room_id', roomId))).toBe(1);
    const meeting = await asOwner(async (client) => {
      const { rows } = await client.query<{ roomId: string }>(
        'select m.room_id as "roomId" from booking b join meeting m on m.id = b.meeting_id where b.id = $1',
        [bookingId],
      );
      return rows[0];
    });
    expect(meeting?.roomId).toBe(other);

    const place: Posted = {
      version: '0',
      name: 'Omsorgskontoret',
      address: 'Storgatan 1, 123 45 Granvik',
      'directions-sv': 'Ingång från torget, plan 2.',
      'directions-en': 'Enter from the square, second floor.',
      isStepFree: 'yes',
    };
    expect(await putPlace(admin, placeId, place)).toMatchObject({ outcome: 'booked', booked: 1 });
    await putPlace(admin, placeId, { ...place, booked: 'move' });
    expect(await runs(await exceptionOf('place_id', placeId))).toBe(1);
    expect(await getBooking(resident, bookingId, 'sv')).toMatchObject({ situation: 'taken_away' });
    expect(await audited(placeId)).toEqual(['allowed: isOpen']);
  });

  it('lets nobody new into a group that meets all the same', async () => {
    const bookable = await createBookable(tenantId, { type: { seats: 5 } });
    const { officerId, placeId, typeId } = bookable;
    await booked(bookable, 8, { seats: 5, roomId: null });
    const resident = await createResident(tenantId);
    const wanted = { slug: `type-${typeId}`, way: 'visit' as const };
    const groups = async () =>
      (await listFreeTimes(resident, wanted)).times.filter(({ meetingId }) => meetingId !== null);
    const [group] = await groups();
    expect(group).toMatchObject({ startsAt: at(8), placeId });
    await closedOfficer(officerId, { types: [typeId], booked: 'keep' });
    expect(await groups()).toEqual([]);
    const press = { bookingId: newId(), typeSlug: wanted.slug, way: wanted.way, startsAt: at(8) };
    expect(await holdTime(resident, { ...press, placeId, meetingId: group?.meetingId ?? undefined })).toEqual(
      { outcome: 'taken' },
    );
  });
});
