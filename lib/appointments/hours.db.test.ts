import { describe, expect, it } from 'vitest';
import { addDays, dateInSweden, daysBetween, toDbDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import { wallInstant } from '@/lib/kernel/wall-time';
import { read } from '@/lib/platform/db';
import {
  type Bookable,
  changeBooking,
  createBookable,
  createBooking,
  createMeeting,
  someDay,
} from '@/lib/testing/appointments-world';
import { aJob, anAdmin, createResident } from '@/lib/testing/builders';
import { createSystemActor } from '@/lib/testing/cases-world';
import { asOwner, rows } from '@/lib/testing/test-database';
import { closeDay } from './commands/close-day';
import { putException } from './commands/put-exception';
import { putOpening } from './commands/put-opening';
import { reckonPeriods } from './commands/reckon-periods';
import { removeException } from './commands/remove-exception';
import { removeOpening } from './commands/remove-opening';
import { freeTimes } from './domain/free-times';
import { listClosed } from './queries/list-closed';
import { listOfficerHours } from './queries/list-officer-hours';
import { listTypeFigures } from './queries/list-type-figures';
import { loadCalendarsInTx } from './queries/load-calendars-in-tx';

const tenantId = 'granvik';
const admin = anAdmin(tenantId);
const opening = (more: object = {}) => ({
  openingId: newId(),
  placeId: '',
  ways: ['phone'],
  startsOn: someDay,
  from: '17',
  to: '19.00',
  everyWeeks: '1',
  weekdays: ['1', '2', '3', '4', '5'],
  until: '',
  ...more,
});

async function hours({ typeId, type }: Bookable, day = someDay): Promise<number[]> {
  const [start, end] = [wallInstant(day, 0), wallInstant(day, 1440)];
  const now = Date.now();
  const asked = { tenantId, typeId, type, window: { start, end }, now };
  const { officers } = await read({ tenantId }, (tx) => loadCalendarsInTx(tx, asked));
  return freeTimes(type, officers, [], { way: 'phone' }, { start, end }, now).map(
    ({ startsAt }) => (startsAt - start) / 3_600_000,
  );
}

/** When what comes of an opening begins, day by day. */
const periodsOf = async (openingId: string) =>
  (
    await rows<{ at: Date }>('select starts_at as at from opening_period where opening_id = $1 order by 1', [
      openingId,
    ])
  ).map(({ at }) => at);

const audited = async (id: string) =>
  (
    await rows<{ action: string }>('select action from audit_entry where object_id = $1 order by id', [id])
  ).map(({ action }) => action);

describe('an opening', () => {
  it('is bookable from when it is written until it is removed, once however often it is posted', async () => {
    const bookable = await createBookable(tenantId);
    const posted = { ...opening(), officerId: bookable.officerId };
    await putOpening(admin, posted);
    await putOpening(admin, posted);
    expect(await hours(bookable)).toEqual([8, 9, 10, 11, 17, 18]);
    await removeOpening(admin, posted.openingId);
    await removeOpening(admin, posted.openingId);
    expect(await hours(bookable)).toEqual([8, 9, 10, 11]);
    expect(await audited(posted.openingId)).toEqual([
      'appointments.put-opening',
      'appointments.remove-opening',
    ]);
  });

  it('says of each field what is wrong, and writes nothing', async () => {
    const { officerId } = await createBookable(tenantId);
    const wrong = opening({
      ways: ['visit'],
      startsOn: '2026-02-30',
      from: '25',
      weekdays: [],
      until: 'snart',
    });
    await expect(putOpening(admin, { ...wrong, officerId })).rejects.toMatchObject({
      code: 'Invalid',
      fields: {
        placeId: 'hours:opening.place-missing',
        startsOn: 'hours:opening.date-wrong',
        from: 'hours:opening.time-wrong',
        weekdays: 'hours:opening.weekdays-missing',
        until: 'hours:opening.until-wrong',
      },
    });
    const elsewhere = await createBookable('ekhamn');
    await expect(putOpening(admin, { ...opening(), officerId: elsewhere.officerId })).rejects.toMatchObject({
      code: 'NotFound',
    });
    await expect(
      putOpening(admin, { ...opening(), officerId, ways: ['visit'], placeId: elsewhere.placeId }),
    ).rejects.toMatchObject({ fields: { placeId: 'hours:opening.place-missing' } });
  });

  it('is not made for an officer whose hours a system keeps', async () => {
    const { officerId } = await createBookable(tenantId);
    const { systemId } = await createSystemActor(tenantId, []);
    await asOwner((client) =>
      client.query(`update meeting_officer set system_id = $1, external_id = 'H-1' where id = $2`, [
        systemId,
        officerId,
      ]),
    );
    await expect(putOpening(admin, { ...opening(), officerId })).rejects.toMatchObject({ code: 'Forbidden' });
  });

  it('is no time that has been, which nobody could book', async () => {
    const { officerId } = await createBookable(tenantId);
    const put = (startsOn: string) =>
      putOpening(admin, { ...opening({ startsOn, everyWeeks: '0', weekdays: [] }), officerId });
    const today = dateInSweden(new Date());
    await expect(put(addDays(today, -1))).rejects.toMatchObject({
      fields: { startsOn: 'hours:opening.past' },
    });
    await put(today);
    const ended = opening({ startsOn: addDays(today, -9), until: addDays(today, -1) });
    await expect(putOpening(admin, { ...ended, officerId })).rejects.toMatchObject({
      fields: { until: 'hours:opening.past' },
    });
  });

  it('goes past midnight where it ends earlier than it begins', async () => {
    const bookable = await createBookable(tenantId);
    const { officerId } = bookable;
    await putOpening(admin, { ...opening({ from: '23:00', to: '01:00', everyWeeks: '0' }), officerId });
    expect(await hours(bookable)).toEqual([8, 9, 10, 11, 23]);
  });

  it('of a single day is there however far ahead the day is', async () => {
    const { officerId } = await createBookable(tenantId);
    const startsOn = addDays(someDay, 600);
    const posted = { ...opening({ everyWeeks: '0', startsOn }), officerId };
    await putOpening(admin, posted);
    expect(await periodsOf(posted.openingId)).toEqual([new Date(wallInstant(startsOn, 17 * 60))]);
  });

  it('from long ago leaves no days behind that are long over', async () => {
    const { officerId } = await createBookable(tenantId);
    const posted = { ...opening({ startsOn: '1926-11-23' }), officerId };
    await putOpening(admin, posted);
    const [earliest] = await periodsOf(posted.openingId);
    expect(earliest?.getTime()).toBeGreaterThan(wallInstant(addDays(dateInSweden(new Date()), -31), 0));
  });

  it('is reckoned on as days go by, and no further than need be', async () => {
    const bookable = await createBookable(tenantId);
    const posted = { ...opening(), officerId: bookable.officerId };
    await putOpening(admin, posted);
    const count = async () => (await periodsOf(posted.openingId)).length;
    const all = await count();
    await asOwner(async (client) => {
      const reached = addDays(dateInSweden(new Date()), 100);
      await client.query('update opening set reaches_on = $2 where id = $1', [
        posted.openingId,
        toDbDate(reached),
      ]);
      await client.query('delete from opening_period where opening_id = $1 and starts_at >= $2', [
        posted.openingId,
        new Date(wallInstant(addDays(reached, 1), 0)),
      ]);
    });
    expect(await count()).toBeLessThan(all);
    expect(await reckonPeriods(aJob(tenantId))).toBeGreaterThan(0);
    expect(await count()).toBe(all);
    expect(await reckonPeriods(aJob(tenantId))).toBe(0);
  });
});

describe('an exception', () => {
  it('closes whole days of an officer until it is taken away', async () => {
    const bookable = await createBookable(tenantId);
    const exceptionId = newId();
    const posted = { exceptionId, whom: `officer:${bookable.officerId}`, from: someDay, to: '' };
    await putException(admin, posted);
    await putException(admin, posted);
    expect(await hours(bookable)).toEqual([]);
    await removeException(admin, exceptionId);
    expect(await hours(bookable)).toEqual([8, 9, 10, 11]);
    expect(await audited(exceptionId)).toEqual([
      'appointments.put-exception',
      'appointments.remove-exception',
    ]);
  });

  it('says what is missing', async () => {
    const elsewhere = await createBookable('ekhamn');
    await expect(
      putException(admin, {
        exceptionId: newId(),
        whom: `officer:${elsewhere.officerId}`,
        from: '',
        to: someDay,
      }),
    ).rejects.toMatchObject({
      fields: { whom: 'hours:exceptions.whom-missing', from: 'hours:opening.date-wrong' },
    });
  });

  it.each(['0026-12-24', '9999-12-31'])('takes a slip of the year for no day: %s', async (slip) => {
    const { officerId } = await createBookable(tenantId);
    const whom = `officer:${officerId}`;
    const exceptionId = newId();
    for (const [put, field] of [
      [() => putException(admin, { exceptionId, whom, from: slip, to: '' }), 'from'],
      [() => putException(admin, { exceptionId, whom, from: someDay, to: slip }), 'to'],
      [() => closeDay(admin, { exceptionId, whom, from: slip }), 'from'],
      [() => putOpening(admin, { ...opening({ startsOn: slip }), officerId }), 'startsOn'],
      [() => putOpening(admin, { ...opening({ until: slip }), officerId }), 'until'],
    ] as const)
      await expect(put()).rejects.toMatchObject({ code: 'Invalid', fields: { [field]: expect.any(String) } });
    expect((await listClosed(admin, { whom, from: slip })).asked).toBeNull();
  });

  it('closes no days that have been, and goes on with some that began before', async () => {
    const { officerId } = await createBookable(tenantId);
    const today = dateInSweden(new Date());
    const from = addDays(today, -2);
    const put = (to: string) =>
      putException(admin, { exceptionId: newId(), whom: `officer:${officerId}`, from, to });
    await expect(put('')).rejects.toMatchObject({ fields: { from: 'hours:opening.past' } });
    await expect(put(addDays(today, -1))).rejects.toMatchObject({ fields: { to: 'hours:opening.past' } });
    await put(today);
  });
});

describe('what administrators see', () => {
  it('is how many gave their times up, apart from those whom the municipality moved or took them from', async () => {
    const bookable = await createBookable(tenantId);
    const meetingAt = (hours: number) =>
      createMeeting(bookable, new Date(wallInstant(addDays(someDay, 2), 0) + hours * 3_600_000));
    const deeds = [
      { to: await meetingAt(10) },
      { to: await meetingAt(11), by: 'office' },
      { to: await meetingAt(12), by: 'office' },
      { state: 'cancelled' },
      { state: 'cancelled' },
      { state: 'taken_away', by: 'office' },
    ] as const;
    for (const [hour, deed] of deeds.entries())
      await changeBooking(
        tenantId,
        await createBooking(await meetingAt(hour), await createResident(tenantId)),
        deed,
      );
    const type = (await listTypeFigures(admin)).find(({ id }) => id === bookable.typeId);
    expect(type?.figures).toMatchObject({ moved: 3, movedByOffice: 2, cancelled: 3, takenAway: 1 });
  });

  it('is how long one waits for a type, and numbers of what became of its bookings', async () => {
    const bookable = await createBookable(tenantId);
    const { officerId } = bookable;
    const resident = await createResident(tenantId);
    const startsAt = new Date(wallInstant(someDay, 480));
    await createBooking(await createMeeting(bookable, startsAt, { officerId }), resident);
    const type = (await listTypeFigures(admin)).find(({ id }) => id === bookable.typeId);
    expect(type).toMatchObject({
      officers: 1,
      firstFree: new Date(startsAt.getTime() + 3_600_000),
      waitingDays: daysBetween(dateInSweden(new Date()), someDay),
      figures: { booked: 1, moved: 0, movedByOffice: 0, cancelled: 0, takenAway: 0, kept: 0, missed: 0 },
    });
    // What nobody may book is waited for by nobody.
    const setOpen = (isOpen: boolean) =>
      asOwner((sql) =>
        sql.query('update appointment_type set is_open = $2 where id = $1', [bookable.typeId, isOpen]),
      );
    await setOpen(false);
    const closed = (await listTypeFigures(admin)).find(({ id }) => id === bookable.typeId);
    expect(closed).toMatchObject({ isOpen: false, firstFree: null, waitingDays: null });
    await setOpen(true);
    await putException(admin, {
      exceptionId: newId(),
      whom: `officer:${officerId}`,
      from: someDay,
      to: addDays(someDay, 90),
    });
    const after = (await listTypeFigures(admin)).find(({ id }) => id === bookable.typeId);
    expect(after).toMatchObject({ firstFree: null, waitingDays: null });
  });

  it('is each officer with her hours as they were chosen', async () => {
    const { officerId, placeId } = await createBookable(tenantId);
    const until = addDays(someDay, 30);
    await putOpening(admin, {
      ...opening({ ways: ['visit'], placeId, everyWeeks: '2', weekdays: ['2'], until }),
      officerId,
    });
    const { officers } = await listOfficerHours(admin);
    expect(officers.find(({ id }) => id === officerId)).toMatchObject({
      name: 'Maria Öberg',
      openings: [
        { repetition: 'FREQ=DAILY' },
        {
          ways: ['visit'],
          place: expect.any(String),
          startsOn: someDay,
          fromMinute: 1020,
          minutes: 120,
          repetition: { weekdays: [2], everyWeeks: 2, until },
        },
      ],
    });
  });

  it('is how many are booked on a day before it is closed, and never who', async () => {
    const bookable = await createBookable(tenantId);
    const { officerId } = bookable;
    const resident = await createResident(tenantId);
    const startsAt = new Date(wallInstant(someDay, 480));
    await createBooking(await createMeeting(bookable, startsAt, { officerId }), resident);
    const whom = `officer:${officerId}`;
    expect((await listClosed(admin, { whom, from: someDay })).asked).toEqual({
      from: someDay,
      to: someDay,
      part: null,
      booked: 1,
    });
    expect((await listClosed(admin, { whom, from: '2020-01-01' })).asked).toBeNull();
    const exceptionId = newId();
    await putException(admin, { exceptionId, whom, from: someDay, to: '' });
    const { closed } = await listClosed(admin);
    expect(closed.find(({ id }) => id === exceptionId)).toEqual({
      id: exceptionId,
      whom: 'Maria Öberg',
      from: someDay,
      to: someDay,
      part: null,
      movesBooked: false,
      booked: 1,
    });
  });
});

it('none of it is for anybody but an administrator', async () => {
  const bookable = await createBookable(tenantId);
  const resident = await createResident(tenantId);
  const denied = { code: 'NotFound' };
  const posted = { ...opening(), officerId: bookable.officerId };
  await expect(putOpening(resident, posted)).rejects.toMatchObject(denied);
  await expect(removeOpening(resident, posted.openingId)).rejects.toMatchObject(denied);
  const exception = { exceptionId: newId(), whom: 'all', from: someDay, to: '' };
  await expect(putException(resident, exception)).rejects.toMatchObject(denied);
  await expect(removeException(resident, exception.exceptionId)).rejects.toMatchObject(denied);
  await expect(listTypeFigures(resident)).rejects.toMatchObject(denied);
  await expect(listOfficerHours(resident)).rejects.toMatchObject(denied);
  await expect(listClosed(resident)).rejects.toMatchObject(denied);
  expect(await hours(bookable)).toEqual([8, 9, 10, 11]);
});
