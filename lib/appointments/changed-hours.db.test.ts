import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import { wallInstant } from '@/lib/kernel/wall-time';
import { onOrNextWorkingDay } from '@/lib/kernel/working-day';
import {
  createBookable,
  createBooking,
  createMeeting,
  createOpening,
  someDay,
} from '@/lib/testing/appointments-world';
import { anAdmin, createResident } from '@/lib/testing/builders';
import { asOwner } from '@/lib/testing/test-database';
import { type Changed, type ChangedOpening, changeOpening } from './commands/change-opening';
import { removeOpening } from './commands/remove-opening';
import { listOfficerHours, type OpeningView } from './queries/list-officer-hours';

const tenantId = 'granvik';
const admin = anAdmin(tenantId);
const at = (hour: number, day: CalendarDate) => new Date(wallInstant(day, hour * 60));
/** Days on which nothing that repeats is left out. */
const later = onOrNextWorkingDay(addDays(someDay, 5));
const afterThat = onOrNextWorkingDay(addDays(later, 7));

const openingsOf = async (officerId: string): Promise<OpeningView[]> =>
  (await listOfficerHours(admin)).officers.find(({ id }) => id === officerId)?.openings ?? [];

/** An officer who is there from 08 to 12 each day, and the form that changes it to 13–15 each day from `later`. */
async function anOpening(more: Partial<ChangedOpening> = {}) {
  const bookable = await createBookable(tenantId);
  const { officerId } = bookable;
  const [opening] = await openingsOf(officerId);
  if (!opening) throw new Error('no opening');
  const form: ChangedOpening = {
    officerId,
    openingId: opening.id,
    newOpeningId: newId(),
    version: String(opening.version),
    keepsBooked: null,
    placeId: '',
    ways: ['phone'],
    startsOn: later,
    from: '13',
    to: '15',
    everyWeeks: '1',
    weekdays: ['1', '2', '3', '4', '5', '6', '7'],
    until: '',
    ...more,
  };
  return { bookable, form };
}

const toldIn = (changed: Changed): string => (changed.outcome === 'outside' ? changed.told : '');

/** The hours of the day at which periods of an officer's openings begin. */
const beginsOn = (officerId: string, day: CalendarDate) =>
  asOwner(async (client) => {
    const { rows } = await client.query<{ at: Date }>(
      `select p.starts_at as at from opening o join opening_period p on p.tenant_id = o.tenant_id and p.opening_id = o.id
        where o.officer_id = $1 and p.starts_at >= $2 and p.starts_at < $3 order by 1`,
      [officerId, at(0, day), at(24, day)],
    );
    return rows.map((row) => (row.at.getTime() - at(0, day).getTime()) / 3_600_000);
  });

const audited = (id: string) =>
  asOwner(async (client) => {
    const { rows } = await client.query<{ outcome: string; reason: string | null }>(
      `select outcome, reason from audit_entry where object_id = $1 and action = 'appointments.change-opening' order by id`,
      [id],
    );
    return rows.map(({ outcome, reason }) => [outcome, reason]);
  });

describe('changing hours', () => {
  it('leaves the days before as they were, and is one change however often it is posted', async () => {
    const { form } = await anOpening();
    const { officerId } = form;
    expect(await changeOpening(admin, form)).toEqual({ outcome: 'changed' });
    expect(await changeOpening(admin, form)).toEqual({ outcome: 'changed' });
    expect(await beginsOn(officerId, someDay)).toEqual([8]);
    expect(await beginsOn(officerId, later)).toEqual([13]);
    expect(await beginsOn(officerId, afterThat)).toEqual([13]);
    expect(await openingsOf(officerId)).toMatchObject([
      { id: form.openingId, version: 1, repetition: expect.stringContaining('UNTIL=') },
      { id: form.newOpeningId, startsOn: later, repetition: { everyWeeks: 1, until: null } },
    ]);
    expect(await audited(form.openingId)).toEqual([['allowed', form.newOpeningId]]);
  });

  it('takes the place of hours that have not begun', async () => {
    const { form } = await anOpening({ startsOn: someDay });
    await changeOpening(admin, form);
    expect((await openingsOf(form.officerId)).map(({ id }) => id)).toEqual([form.newOpeningId]);
    expect(await beginsOn(form.officerId, someDay)).toEqual([13]);
  });

  it('moves a single day, and leaves nothing behind whether it is earlier or later', async () => {
    const once = { weekdays: [], everyWeeks: '0', from: '08', to: '12' };
    for (const [oldOn, newOn] of [
      [later, afterThat],
      [afterThat, later],
    ] as const) {
      const { bookable, form } = await anOpening({ ...once, startsOn: newOn });
      const { officerId } = bookable;
      await asOwner((client) => client.query('delete from opening where officer_id = $1', [officerId]));
      const openingId = await createOpening(tenantId, officerId, null, { startsOn: oldOn, rule: null });
      const meeting = await createMeeting(bookable, at(8, oldOn), { officerId, way: 'phone' });
      await createBooking(meeting, await createResident(tenantId));
      const moved = { ...form, openingId, version: '0' };
      const asked = await changeOpening(admin, moved);
      expect(asked).toMatchObject({ outcome: 'outside', booked: 1, days: [oldOn] });
      await changeOpening(admin, { ...moved, keepsBooked: toldIn(asked) });
      expect(await beginsOn(officerId, oldOn)).toEqual([]);
      expect(await beginsOn(officerId, newOn)).toEqual([8]);
      expect((await openingsOf(officerId)).map(({ id }) => id)).toEqual([form.newOpeningId]);
    }
  });

  it('tells of those who are booked outside the new hours before it is done, and of nobody else', async () => {
    const { bookable, form } = await anOpening();
    const { officerId, placeId } = bookable;
    const book = async (hour: number, day: CalendarDate, more: object = {}) =>
      createBooking(
        await createMeeting(bookable, at(hour, day), { officerId, way: 'phone', ...more }),
        await createResident(tenantId),
      );
    await book(8, someDay); // before the change
    await book(13, later); // outside the old hours, and within the new
    await book(17, later); // outside both
    await createOpening(tenantId, officerId, null, { fromMinute: 600, minutes: 60 });
    await book(10, later); // within hours that stay
    await book(8, later, { way: 'visit', placeId });
    await book(9, later);
    await book(8, afterThat);
    const asked = await changeOpening(admin, form);
    expect(asked).toMatchObject({ outcome: 'outside', booked: 3, days: [later, afterThat] });
    expect(await beginsOn(officerId, later)).toEqual([8, 10]);
    expect(await audited(form.openingId)).toEqual([]);
    expect(await changeOpening(admin, { ...form, keepsBooked: toldIn(asked) })).toEqual({
      outcome: 'changed',
    });
    const stay = await asOwner(async (client) => {
      const { rows } = await client.query(
        `select from booking b join meeting m on m.id = b.meeting_id where m.officer_id = $1 and b.state = 'booked'`,
        [officerId],
      );
      return rows.length;
    });
    expect(stay).toBe(7);
  });

  it('brings to nothing what is only held or offered outside the new hours, counts nobody of them, and asks first', async () => {
    const { bookable, form } = await anOpening();
    const { officerId } = bookable;
    const seat = async (hour: number, more: object) =>
      createBooking(
        await createMeeting(bookable, at(hour, later), { officerId, way: 'phone' }),
        await createResident(tenantId),
        more,
      );
    const heldUntil = new Date(Date.now() + 3_600_000);
    const ids = [
      await seat(8, { state: 'held', heldUntil }),
      await seat(9, { state: 'offered', heldUntil }),
      await seat(10, {}),
      await seat(13, { state: 'held', heldUntil }), // within the new hours
      await seat(17, { state: 'held', heldUntil }), // outside the old too
    ];
    const states = () =>
      asOwner(async (client) => {
        const { rows } = await client.query<{ id: string; state: string; meeting: string }>(
          `select b.id, b.state, m.state as meeting from booking b join meeting m on m.id = b.meeting_id where b.id = any($1)`,
          [ids],
        );
        return ids.map((id) => {
          const row = rows.find((one) => one.id === id);
          return `${row?.state} ${row?.meeting}`;
        });
      });
    const asked = await changeOpening(admin, form);
    expect(asked).toMatchObject({ outcome: 'outside', booked: 1 });
    expect(await states()).toEqual(['held open', 'offered open', 'booked open', 'held open', 'held open']);
    expect(await changeOpening(admin, { ...form, keepsBooked: toldIn(asked) })).toEqual({
      outcome: 'changed',
    });
    const gone = 'lapsed cancelled';
    expect(await states()).toEqual([gone, gone, 'booked open', 'held open', 'held open']);
    await removeOpening(admin, form.newOpeningId);
    expect(await states()).toEqual([gone, gone, 'booked open', gone, 'held open']);
  });

  it('counts a visit elsewhere, and another way, as outside though the hours are the same', async () => {
    const { bookable, form } = await anOpening({ from: '08', to: '12', ways: ['phone'] });
    const { officerId, placeId } = bookable;
    const visit = await createMeeting(bookable, at(8, later), { officerId, placeId, way: 'visit' });
    await createBooking(visit, await createResident(tenantId));
    const call = await createMeeting(bookable, at(9, later), { officerId, way: 'phone' });
    await createBooking(call, await createResident(tenantId));
    expect(await changeOpening(admin, form)).toMatchObject({
      outcome: 'outside',
      booked: 1,
      days: [later],
    });
  });

  it('asks anew where others are outside than those that were told of', async () => {
    const { bookable, form } = await anOpening({ from: '08', to: '11' });
    const { officerId } = bookable;
    const book = async (hour: number) =>
      createBooking(
        await createMeeting(bookable, at(hour, later), { officerId, way: 'phone' }),
        await createResident(tenantId),
      );
    await book(11);
    await book(9);
    const asked = await changeOpening(admin, form);
    expect(asked).toMatchObject({ outcome: 'outside', booked: 1 });
    const narrower = { ...form, to: '09', keepsBooked: toldIn(asked) };
    const again = await changeOpening(admin, narrower);
    expect(again).toMatchObject({ outcome: 'outside', booked: 2 });
    // As many, and not the same.
    const other = { ...form, from: '10', to: '12', keepsBooked: toldIn(asked) };
    expect(await changeOpening(admin, other)).toMatchObject({ outcome: 'outside', booked: 1 });
    expect(await beginsOn(officerId, later)).toEqual([8]);
    expect(await changeOpening(admin, { ...narrower, keepsBooked: toldIn(again) })).toEqual({
      outcome: 'changed',
    });
  });

  it('says what is wrong, what is stale, and refuses what is another’s', async () => {
    const { form } = await anOpening();
    await expect(changeOpening(admin, { ...form, from: 'x', ways: [] })).rejects.toMatchObject({
      fields: { from: 'hours:opening.time-wrong', ways: 'hours:opening.ways-missing' },
    });
    const yesterday = addDays(dateInSweden(new Date()), -1);
    await expect(changeOpening(admin, { ...form, startsOn: yesterday })).rejects.toMatchObject({
      fields: { startsOn: 'hours:change.day-past' },
    });
    const { placeId } = await createBookable('ekhamn');
    await expect(changeOpening(admin, { ...form, ways: ['visit'], placeId })).rejects.toMatchObject({
      fields: { placeId: 'hours:opening.place-missing' },
    });
    for (const version of ['7', '', 'x'])
      await expect(changeOpening(admin, { ...form, version })).rejects.toMatchObject({
        code: 'Conflict',
        reason: 'meetings:stale',
      });
    const denied = { code: 'NotFound' };
    await expect(changeOpening({ ...admin, tenantId: 'ekhamn' }, form)).rejects.toMatchObject(denied);
    const other = await createBookable(tenantId);
    await expect(changeOpening(admin, { ...form, officerId: other.officerId })).rejects.toMatchObject(denied);
    await expect(changeOpening(await createResident(tenantId), form)).rejects.toMatchObject(denied);
    expect((await audited(form.openingId)).map(([outcome]) => outcome)).toEqual([
      'refused',
      'refused',
      'refused',
    ]);
    expect(await beginsOn(form.officerId, later)).toEqual([8]);
  });
});
