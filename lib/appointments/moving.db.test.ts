import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { createOfficer, eventsOf, minutesAfter, type TestType } from '@/lib/testing/appointments-world';
import {
  age,
  bookAt,
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
import { createReceivedCase } from '@/lib/testing/cases-world';
import { refusal } from '@/lib/testing/refusal';
import { asOwner, rows } from '@/lib/testing/test-database';
import { confirmBooking } from './commands/confirm-booking';

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
const book = (...press: Press) => bookAt({ type, placeId }, press);

describe('moving it', () => {
  it('gives up the old time when the new is confirmed, and not before', async () => {
    const bookingId = await book(ane, first);
    const held = await hold(ane, minutesAfter(first, 60), { movesId: bookingId });
    if (held.outcome !== 'held') throw new Error();
    expect(await hold(bo, first)).toEqual({ outcome: 'taken' });
    const moved = { outcome: 'moved', bookingId };
    expect(await confirmBooking(ane, { bookingId: held.bookingId, content: nothing })).toEqual(moved);
    expect(await confirmBooking(ane, { bookingId: held.bookingId, content: nothing })).toEqual(moved);
    expect(await openMeetingsOf(type)).toEqual([{ startsAt: minutesAfter(first, 60), heldUntil: null }]);
    expect((await bookingsOf(ane)).filter(({ state }) => state === 'booked')).toMatchObject([
      { id: bookingId, sequence: 1, startsAt: minutesAfter(first, 60) },
    ]);
    expect(await eventsOf(bookingId)).toEqual(['appointments.booked', 'appointments.moved']);
    expect(await hold(bo, first)).toMatchObject({ outcome: 'held' });
  });

  it('is once: the same press again, on a page she went back to, is told that the time is hers', async () => {
    // Another officer is free then: a second hold could be had.
    await openOnce(await createOfficer(tenantId, [type.typeId]), placeId);
    const [movesId, press] = [await book(ane, first), newId()];
    const [second, third] = [minutesAfter(first, 60), minutesAfter(first, 120)];
    await book(ane, second, { movesId, bookingId: press });
    const again = () => hold(ane, second, { movesId, bookingId: press });
    expect(await again()).toEqual({ outcome: 'hers', bookingId: movesId });
    expect((await bookingsOf(ane)).map(({ state }) => state)).toEqual(['booked', 'cancelled']);
    // Moved on since, the same press asks to move it back.
    await book(ane, third, { movesId });
    expect(await again()).toMatchObject({ outcome: 'held' });
    expect((await bookingsOf(ane)).filter(({ state }) => state === 'booked')).toMatchObject([
      { id: movesId, startsAt: third },
    ]);
  });

  it('may overlap the time it is moved from', async () => {
    await openOnce(await createOfficer(tenantId, [type.typeId]), placeId, { after: 30, minutes: 60 });
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
    await cancelAsSeen(ane, { bookingId });
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
    expect((await openMeetingsOf(type)).map(({ startsAt }) => startsAt)).toEqual([
      first,
      minutesAfter(first, 60),
    ]);
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
    expect(await refusal(cancelAsSeen(ane, { bookingId }))).toBe('errors:appointment-change-too-late');
  });
});
