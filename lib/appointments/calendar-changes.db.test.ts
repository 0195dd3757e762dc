import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { wallInstant } from '@/lib/kernel/wall-time';
import type { ResidentActor } from '@/lib/platform/actor';
import {
  createBookable,
  createBooking,
  createMeeting,
  minutesAfter,
  someDay,
} from '@/lib/testing/appointments-world';
import { bookAt, cancelAsSeen, createBookingWorld, first } from '@/lib/testing/booking-world';
import { aJob, anAdmin, createResident } from '@/lib/testing/builders';
import { CalendarReader, type KeptEntry } from '@/lib/testing/calendar-reader';
import { createPublishedWorld } from '@/lib/testing/published-world';
import { cancelByOffice } from './commands/cancel-by-office';
import { closeDay } from './commands/close-day';
import { moveClosed } from './commands/move-closed';
import { getCalendarFile } from './queries/get-calendar-file';

const tenantId = 'granvik';

/**
 * Her calendar, that takes in each file as it is after a deed. Calendars differ in what they do with two files of the same
 * sequence: the files hold only where each change has a higher one, so that is looked at, and not only which file wins.
 */
function calendarOf(resident: ResidentActor, bookingId: string) {
  const calendar = new CalendarReader();
  return async (): Promise<Pick<KeptEntry, 'uid' | 'sequence' | 'status' | 'startsAt'>> => {
    const { bytes } = await getCalendarFile(resident, bookingId);
    const { uid, sequence, status, startsAt } = calendar.read(bytes.toString('utf8')).only;
    return { uid, sequence, status, startsAt };
  };
}

describe('her calendar is told by its files', () => {
  it('that she has moved and cancelled', async () => {
    const world = await createBookingWorld();
    const uid = await bookAt(world, [world.ane, first]);
    const read = calendarOf(world.ane, uid);
    expect(await read()).toEqual({ uid, sequence: 0, status: 'CONFIRMED', startsAt: first });
    const later = minutesAfter(first, 60);
    expect(await bookAt(world, [world.ane, later, { movesId: uid }])).toBe(uid);
    expect(await read()).toEqual({ uid, sequence: 1, status: 'CONFIRMED', startsAt: later });
    await cancelAsSeen(world.ane, { bookingId: uid });
    expect(await read()).toEqual({ uid, sequence: 2, status: 'CANCELLED', startsAt: later });
  });

  it.each(['the office can’t meet her', 'the system withdraws the time'])('that %s', async (what) => {
    const { system, ane, publish, book } = await createPublishedWorld();
    await publish();
    const uid = await book(ane);
    const read = calendarOf(ane, uid);
    const booked = await read();
    expect(booked).toMatchObject({ uid, sequence: 0, status: 'CONFIRMED' });
    const reason = 'Maria är sjuk.';
    if (what === 'the office can’t meet her')
      await cancelByOffice(system, { bookingId: uid, reason, occurredAt: new Date() });
    else await publish({ state: 'withdrawn', reason });
    expect(await read()).toEqual({ ...booked, sequence: 1, status: 'CANCELLED' });
  });

  it.each([
    ['given another time', 'FREQ=DAILY', 'CONFIRMED'],
    ['left without one', null, 'CANCELLED'],
  ])('that the day is closed and she is %s', async (_, rule, status) => {
    const bookable = await createBookable(tenantId, { opening: { rule } });
    const { officerId, placeId } = bookable;
    const ane = await createResident(tenantId);
    const startsAt = new Date(wallInstant(someDay, 480));
    const uid = await createBooking(await createMeeting(bookable, startsAt, { officerId, placeId }), ane);
    const read = calendarOf(ane, uid);
    expect(await read()).toEqual({ uid, sequence: 0, status: 'CONFIRMED', startsAt });
    const exceptionId = newId();
    await closeDay(anAdmin(tenantId), { exceptionId, whom: `officer:${officerId}`, from: someDay });
    expect(await moveClosed(aJob(tenantId), exceptionId)).toBe(true);
    const told = await read();
    expect(told).toMatchObject({ uid, sequence: 1, status });
    expect(told.startsAt > startsAt).toBe(status === 'CONFIRMED');
  });
});
