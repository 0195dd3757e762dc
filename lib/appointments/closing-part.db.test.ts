import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import { wallInstant } from '@/lib/kernel/wall-time';
import type { ResidentActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import {
  type Bookable,
  createBookable,
  createBooking,
  createMeeting,
  someDay,
} from '@/lib/testing/appointments-world';
import { aJob, anAdmin, createResident } from '@/lib/testing/builders';
import { rows } from '@/lib/testing/test-database';
import { closeDay } from './commands/close-day';
import { moveClosed } from './commands/move-closed';
import { putException } from './commands/put-exception';
import { freeTimes } from './domain/free-times';
import { listClosed } from './queries/list-closed';
import { loadCalendarsInTx } from './queries/load-calendars-in-tx';

const tenantId = 'granvik';
const admin = anAdmin(tenantId);
const HOUR = 3_600_000;
const at = (hour: number, day: CalendarDate = someDay) => new Date(wallInstant(day, hour * 60));
const whomOf = ({ officerId }: Bookable) => `officer:${officerId}`;

/** The next day that is so many hours long. */
const dayOf = (hours: number, day: CalendarDate = someDay): CalendarDate =>
  at(24, day).getTime() - at(0, day).getTime() === hours * HOUR ? day : dayOf(hours, addDays(day, 1));

/** A meeting with the officer, an hour from that one. */
const meetingAt = (bookable: Bookable, hour: number, more: { day?: CalendarDate; heldUntil?: Date } = {}) => {
  const { day, ...rest } = more;
  const { officerId, placeId } = bookable;
  return createMeeting(bookable, at(hour, day), { officerId, placeId, ...rest });
};

const stateOf = async (bookingId: string) =>
  (
    await rows<{ state: string; startsAt: Date }>(
      'select state, starts_at as "startsAt" from booking where id = $1',
      [bookingId],
    )
  )[0];

/** When the times of a day begin, as seen the day before. */
async function offered({ typeId, type }: Bookable, day: CalendarDate): Promise<Date[]> {
  const [now, window] = [at(0, addDays(day, -1)).getTime(), { start: +at(0, day), end: +at(24, day) }];
  const { officers, rooms } = await read({ tenantId }, (tx) =>
    loadCalendarsInTx(tx, { tenantId, typeId, type, window, now }),
  );
  return freeTimes(type, officers, rooms, { way: 'visit' }, window, now).map(
    ({ startsAt }) => new Date(startsAt),
  );
}

describe('a part of a day', () => {
  it('is closed for new bookings; what is held in it comes to nothing, and what meets it stands', async () => {
    const bookable = await createBookable(tenantId);
    const residents = await Promise.all([1, 2, 3].map(() => createResident(tenantId)));
    const [ane, bo, cia] = residents as [ResidentActor, ResidentActor, ResidentActor];
    expect(await offered(bookable, someDay)).toEqual([8, 9, 10, 11].map((hour) => at(hour)));
    const heldUntil = new Date(Date.now() + 60_000);
    const held = async (hour: number, who: ResidentActor) =>
      createBooking(await meetingAt(bookable, hour, { heldUntil }), who, { state: 'held' });
    const holds = [await held(8, ane), await held(9, bo), await held(10, cia)];
    const exceptionId = newId();
    const when = { from: someDay, fromTime: '9', toTime: '10.00' };
    await putException(admin, { exceptionId, whom: whomOf(bookable), ...when });
    expect(await Promise.all(holds.map(async (id) => (await stateOf(id))?.state))).toEqual([
      'held',
      'lapsed',
      'held',
    ]);
    expect(await offered(bookable, someDay)).toEqual([8, 10, 11].map((hour) => at(hour)));
    const { closed } = await listClosed(admin);
    expect(closed.find(({ id }) => id === exceptionId)).toMatchObject({
      from: someDay,
      to: someDay,
      part: { startsAt: at(9), endsAt: at(10) },
    });
  });

  it('of several days is one of each, once however often it is pressed', async () => {
    const bookable = await createBookable(tenantId);
    const posted = {
      exceptionId: newId(),
      whom: whomOf(bookable),
      from: someDay,
      to: addDays(someDay, 2),
      fromTime: '08:30',
      toTime: '10:30',
    };
    await putException(admin, posted);
    await putException(admin, posted);
    expect(
      await rows(
        `select starts_at as "startsAt", ends_at as "endsAt" from opening_exception where officer_id = $1
          order by starts_at`,
        [bookable.officerId],
      ),
    ).toEqual(
      [0, 1, 2].map((n) => ({
        startsAt: at(8.5, addDays(someDay, n)),
        endsAt: at(10.5, addDays(someDay, n)),
      })),
    );
    for (const n of [0, 1, 2]) {
      const day = addDays(someDay, n);
      expect(await offered(bookable, day)).toEqual([at(11, day)]);
    }
    expect(await offered(bookable, addDays(someDay, 3))).toHaveLength(4);
  });

  it('counts and moves whoever it reaches into, and nobody whom it only meets', async () => {
    const bookable = await createBookable(tenantId);
    const whom = whomOf(bookable);
    const booked = async (hour: number) =>
      createBooking(await meetingAt(bookable, hour), await createResident(tenantId));
    const [eight, nine, ten] = [await booked(8), await booked(9), await booked(10)];
    const count = async (fromTime: string, toTime: string) =>
      (await listClosed(admin, { whom, from: someDay, fromTime, toTime })).asked?.booked;
    expect(await count('', '')).toBe(3);
    expect(await count('9', '10')).toBe(1);
    expect(await count('08:59', '10')).toBe(2);
    expect(await count('9', '10:01')).toBe(2);
    expect(await count('11', '12')).toBe(0);
    const exceptionId = newId();
    await closeDay(admin, { exceptionId, whom, from: someDay, fromTime: '9', toTime: '10' });
    while (await moveClosed(aJob(tenantId), exceptionId));
    expect(await stateOf(eight)).toEqual({ state: 'booked', startsAt: at(8) });
    // The first free time after her own is later the same day.
    expect(await stateOf(nine)).toEqual({ state: 'booked', startsAt: at(11) });
    expect(await stateOf(ten)).toEqual({ state: 'booked', startsAt: at(10) });
  });

  it.each([
    { hours: 23, lasts: 2 },
    { hours: 25, lasts: 4 },
  ])('is by the clock on the wall on a day of $hours hours', async ({ hours, lasts }) => {
    const day = dayOf(hours);
    const bookable = await createBookable(tenantId, {
      opening: { startsOn: day, fromMinute: 0, minutes: 360, rule: null },
    });
    const [ane, bo] = [await createResident(tenantId), await createResident(tenantId)];
    const whom = whomOf(bookable);
    expect(await offered(bookable, day)).toHaveLength(hours - 18);
    await createBooking(await meetingAt(bookable, 3, { day }), ane);
    await createBooking(await meetingAt(bookable, 4, { day }), bo);
    const posted = { exceptionId: newId(), whom, from: day, fromTime: '01:00', toTime: '04:00' };
    expect((await listClosed(admin, posted)).asked?.booked).toBe(1);
    await putException(admin, posted);
    const { closed } = await listClosed(admin);
    const { part, booked } = closed.find(({ id }) => id === posted.exceptionId) ?? {};
    expect(booked).toBe(1);
    expect(part).toEqual({ startsAt: at(1, day), endsAt: at(4, day) });
    expect(at(4, day).getTime() - at(1, day).getTime()).toBe(lasts * HOUR);
    expect(await offered(bookable, day)).toEqual([at(0, day), at(5, day)]);
  });

  it('that is no time is said to be wrong wherever it is asked, and closes nothing', async () => {
    const bookable = await createBookable(tenantId);
    const posted = {
      exceptionId: newId(),
      whom: 'officer:x',
      from: someDay,
      fromTime: '12',
      toTime: '10',
    };
    const fields = { whom: 'hours:exceptions.whom-missing', toTime: 'hours:part.order' };
    await expect(putException(admin, posted)).rejects.toMatchObject({ code: 'Invalid', fields });
    await expect(closeDay(admin, posted)).rejects.toMatchObject({ code: 'Invalid', fields });
    expect(await listClosed(admin, posted)).toMatchObject({ asked: null, problems: fields });
    expect(await offered(bookable, someDay)).toHaveLength(4);
  });
});
