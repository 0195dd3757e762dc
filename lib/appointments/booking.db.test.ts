import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ResidentActor } from '@/lib/platform/actor';
import {
  createBooking,
  createMeeting,
  createOfficer,
  createRoom,
  createType,
  eventsOf,
  minutesAfter,
  type TestType,
} from '@/lib/testing/appointments-world';
import {
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
import { refusal } from '@/lib/testing/refusal';
import { asOwner, rows } from '@/lib/testing/test-database';
import { cancelBooking } from './commands/cancel-booking';
import { confirmBooking } from './commands/confirm-booking';
import type { BookingContent } from './domain/booking-seals';

const tenantId = 'granvik';

let ane: ResidentActor;
let bo: ResidentActor;
let type: TestType;
let placeId: string;
let officerId: string;

beforeEach(async () => {
  ({ ane, bo, type, placeId, officerId } = await createBookingWorld());
});

const hold = (...press: Press) => pressOn({ type, placeId }, press);
const book = (...press: Press) => bookAt({ type, placeId }, press);

describe('booking it', () => {
  it('makes it hers, with what she told sealed, and tells of it once', async () => {
    const held = await hold(ane, first);
    if (held.outcome !== 'held') throw new Error();
    const content: BookingContent = { needs: { interpreter: 'arabiska' }, answers: {} };
    const { bookingId } = held;
    expect(await confirmBooking(ane, { bookingId, content })).toEqual({ outcome: 'booked', bookingId });
    expect(await confirmBooking(ane, { bookingId, content })).toEqual({ outcome: 'booked', bookingId });
    expect(await eventsOf(bookingId)).toEqual(['appointments.booked']);
    expect(await openMeetingsOf(type)).toEqual([{ startsAt: first, heldUntil: null }]);
    const [row] = await rows<{ sealed: Buffer }>('select sealed from booking where id = $1', [bookingId]);
    expect(row?.sealed.toString('latin1')).not.toContain('arabiska');
  });

  it('asks for a number to call, a home to come to, and what the type must know', async () => {
    type = await createType(tenantId, {
      stepMinutes: 60,
      questions: [{ id: 'about', label: { sv: 'Vad vill du prata om?' }, isRequired: true, lines: 3 }],
    });
    await asOwner((client) =>
      client.query(`insert into officer_type (tenant_id, officer_id, type_id) values ($1, $2, $3)`, [
        tenantId,
        officerId,
        type.typeId,
      ]),
    );
    await openOnce(officerId, placeId, { ways: ['phone', 'home'], after: 1440 });
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
    await openOnce(another, placeId, { after: 30, minutes: 60 });
    const held = await hold(ane, minutesAfter(first, 30), { typeSlug: `type-${other.typeId}` });
    if (held.outcome !== 'held') throw new Error();
    expect(await refusal(confirmBooking(ane, { bookingId: held.bookingId, content: nothing }))).toBe(
      'errors:appointment-overlaps',
    );
  });
});

describe('cancelling it', () => {
  it('gives the time to whoever wants it, once, with her reason sealed', async () => {
    const bookingId = await book(ane, first);
    await cancelAsSeen(ane, { bookingId, reason: 'Jag har blivit sjuk.' });
    await cancelAsSeen(ane, { bookingId });
    expect(await eventsOf(bookingId)).toEqual(['appointments.booked', 'appointments.cancelled']);
    expect(await hold(bo, first)).toMatchObject({ outcome: 'held' });
    expect(await refusal(cancelAsSeen(bo, { bookingId }))).toBe('NotFound');
  });

  it('is not done to a time that she has not seen: the office moved it while her page was open', async () => {
    const bookingId = await book(ane, first);
    const moved = minutesAfter(first, 60);
    const { meetingId } = await createMeeting(type, moved, { officerId });
    await rows('update booking set meeting_id = $2, seat = 1 where id = $1', [bookingId, meetingId]);
    const cancelled = (startsAt: Date) => refusal(cancelBooking(ane, { bookingId, startsAt }));
    expect(await cancelled(first)).toBe('Conflict');
    expect(await cancelled(new Date('nonsense'))).toBe('Conflict');
    expect(await bookingsOf(ane)).toMatchObject([{ state: 'booked', startsAt: moved }]);
    expect(await cancelled(moved)).toBeNull();
    expect(await bookingsOf(ane)).toMatchObject([{ state: 'cancelled' }]);
  });

  it('says that it was moved, where it was just then, and is once, where she has pressed twice', async () => {
    const bookingId = await book(ane, first);
    const { meetingId } = await createMeeting(type, minutesAfter(first, 60), { officerId });
    const cancelled = (change: string) =>
      meanwhile(bookingId, change, () => refusal(cancelAsSeen(ane, { bookingId })));
    expect(await cancelled(`meeting_id = '${meetingId}', seat = 1`)).toBe('Conflict');
    expect(await bookingsOf(ane)).toMatchObject([{ state: 'booked', startsAt: minutesAfter(first, 60) }]);
    expect(await cancelled(`state = 'cancelled', ended_at = now()`)).toBeNull();
  });
});

/** What is tried while somebody changes a booking under the lock of its meeting. */
function meanwhile<T>(bookingId: string, change: string, tried: () => Promise<T>): Promise<T> {
  return asOwner(async (client) => {
    await client.query('begin');
    await client.query(
      'select from meeting where id = (select meeting_id from booking where id = $1) for update',
      [bookingId],
    );
    const trying = tried();
    await isWaiting();
    await client.query(`update booking set ${change} where id = $1`, [bookingId]);
    await client.query('commit');
    return trying;
  });
}

/** Until somebody waits for a lock. */
const isWaiting = () =>
  vi.waitUntil(async () => (await rows('select from pg_locks where not granted')).length > 0, 10_000);

describe('an earlier time that she was offered', () => {
  it('goes with the booking that it would have moved', async () => {
    const bookingId = await book(ane, minutesAfter(first, 60));
    const meeting = await createMeeting(type, first, { officerId });
    const offerId = await createBooking(meeting, ane, { state: 'offered', movesId: bookingId });
    await cancelAsSeen(ane, { bookingId });
    expect(await confirmBooking(ane, { bookingId: offerId, content: nothing })).toEqual({
      outcome: 'lapsed',
    });
    expect(await hold(bo, first)).toMatchObject({ outcome: 'held' });
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

  it.each(['cancelled', 'taken_away'])(
    'lets no meeting be %s while somebody is booked in it: her officer could be booked once more',
    async (to) => {
      const meeting = await createMeeting(type, first, { officerId });
      const { meetingId } = meeting;
      await createBooking(meeting, ane, { state: 'held' });
      const bookingId = await createBooking(meeting, bo, { state: 'cancelled', endedAt: new Date() });
      const become = (state: string) =>
        rows('update meeting set state = $2::meeting_state where id = $1', [meetingId, state]);
      const booked = (state: string, endedAt: Date | null) =>
        rows(`update booking set state = $2::booking_state, ended_at = $3, seat = 1 where id = $1`, [
          bookingId,
          state,
          endedAt,
        ]);
      // Who only holds it stands in nobody's way, and can't confirm it then.
      await become(to);
      await expect(
        rows(
          `update booking set state = 'booked', booked_at = now(), held_until = null where meeting_id = $1 and state = 'held'`,
          [meetingId],
        ),
      ).rejects.toThrow('no such seat');
      await rows(
        `update booking set state = 'lapsed', held_until = null, ended_at = now() where meeting_id = $1 and state = 'held'`,
        [meetingId],
      );
      await become('open');
      await booked('booked', null);
      await expect(become(to)).rejects.toThrow('a seat that is taken');
      // One that has been is over.
      await booked('missed', null);
      await become(to);
      await expect(booked('booked', null)).rejects.toThrow('no such seat');
    },
  );

  it('takes no seat from a meeting that somebody has', async () => {
    const meeting = await createMeeting(type, first, { seats: 3 });
    await createBooking(meeting, ane, { seat: 2 });
    const seats = (n: number) => rows('update meeting set seats = $2 where id = $1', [meeting.meetingId, n]);
    await seats(2);
    await expect(seats(1)).rejects.toThrow('a seat that is taken');
  });

  it('closes no meeting that somebody books at the same moment', async () => {
    const { meetingId } = await createMeeting(type, first, { officerId });
    const closed = await asOwner(async (client) => {
      await client.query('begin');
      await client.query(
        `insert into booking (tenant_id, id, meeting_id, seat, person_id, state, starts_at, ends_at, booked_at)
         values ($1, gen_random_uuid(), $2, 1, $3, 'booked', now(), now(), now())`,
        [tenantId, meetingId, ane.personId],
      );
      const closing = rows(`update meeting set state = 'cancelled' where id = $1`, [meetingId]).then(
        () => 'closed',
        ({ message }: Error) => message,
      );
      await isWaiting();
      await client.query('commit');
      return closing;
    });
    expect(closed).toBe('the meeting has a seat that is taken');
  });
});
