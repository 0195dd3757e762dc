import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import { wallInstant } from '@/lib/kernel/wall-time';
import type { ResidentActor } from '@/lib/platform/actor';
import {
  type Bookable,
  createBookable,
  createBooking,
  createMeeting,
  createOfficer,
  createOpening,
  someDay,
} from '@/lib/testing/appointments-world';
import { aJob, anAdmin, createResident } from '@/lib/testing/builders';
import { asOwner } from '@/lib/testing/test-database';
import { closeDay } from './commands/close-day';
import { confirmBooking } from './commands/confirm-booking';
import { holdTime } from './commands/hold-time';
import { moveClosed } from './commands/move-closed';
import { putException } from './commands/put-exception';
import { listFreeTimes } from './queries/list-free-times';

const tenantId = 'granvik';
const admin = anAdmin(tenantId);
const at = (hour: number, day: CalendarDate = someDay) => new Date(wallInstant(day, hour * 60));

const officerAndPlace = ({ officerId, placeId }: Bookable) => ({ officerId, placeId });

/** A booking of hers of the type's officer, at an hour of the day that will be closed. */
async function booked(bookable: Bookable, hour: number, resident: ResidentActor, more: object = {}) {
  const meeting = await createMeeting(bookable, at(hour), { ...officerAndPlace(bookable), ...more });
  return createBooking(meeting, resident);
}

async function close(whom: string, day: string = someDay): Promise<number> {
  const exceptionId = newId();
  await closeDay(admin, { exceptionId, whom, from: day });
  let moved = 0;
  while (await moveClosed(aJob(tenantId), exceptionId)) moved++;
  return moved;
}

const found = (bookingId: string) =>
  asOwner(async (client) => {
    const { rows } = await client.query<{
      state: string;
      startsAt: Date;
      officerId: string;
      sequence: number;
      kinds: string[];
    }>(
      `select b.state, b.starts_at as "startsAt", m.officer_id as "officerId", b.sequence,
              array(select kind from booking_event e where e.booking_id = b.id and kind <> 'booked') as kinds
         from booking b join meeting m on m.id = b.meeting_id where b.id = $1`,
      [bookingId],
    );
    return rows[0];
  });

describe('closing a day', () => {
  it('gives everybody the same officer’s next time, and tells them; nobody else is touched', async () => {
    const bookable = await createBookable(tenantId);
    const [ane, bo, cia] = await Promise.all([1, 2, 3].map(() => createResident(tenantId)));
    if (!ane || !bo || !cia) throw new Error('nobody');
    const first = await booked(bookable, 8, ane);
    const second = await booked(bookable, 9, bo);
    const other = await createBookable(tenantId);
    const untouched = await booked(other, 8, cia);
    expect(await close(`officer:${bookable.officerId}`)).toBe(2);
    const [one, two] = [await found(first), await found(second)];
    const { officerId } = bookable;
    expect(one).toMatchObject({ state: 'booked', officerId, sequence: 1, kinds: ['moved_by_office'] });
    expect(two).toMatchObject({ state: 'booked', officerId });
    expect(one?.startsAt.getTime()).toBeGreaterThanOrEqual(at(0, addDays(someDay, 1)).getTime());
    expect(two?.startsAt.getTime()).toBe((one?.startsAt.getTime() ?? 0) + 3_600_000);
    expect(await found(untouched)).toMatchObject({ startsAt: at(8), sequence: 0 });
  });

  it('gives another officer’s time where hers are long away, and takes it away where nobody has any', async () => {
    const bookable = await createBookable(tenantId, { opening: { rule: null } });
    const [ane, bo] = await Promise.all([createResident(tenantId), createResident(tenantId)]);
    const nils = await createOfficer(tenantId, [bookable.typeId], { name: 'Nils Ek' });
    const later = addDays(someDay, 7);
    await createOpening(tenantId, nils, bookable.placeId, { startsOn: later, minutes: 60, rule: null });
    const first = await booked(bookable, 8, ane);
    const second = await booked(bookable, 9, bo);
    expect(await close(`place:${bookable.placeId}`)).toBe(2);
    expect(await found(first)).toMatchObject({ state: 'booked', officerId: nils, startsAt: at(8, later) });
    expect(await found(second)).toMatchObject({
      state: 'taken_away',
      sequence: 1,
      kinds: ['taken_away'],
    });
  });

  it('moves nobody into something else that she has booked', async () => {
    const bookable = await createBookable(tenantId, { opening: { minutes: 120 } });
    const ane = await createResident(tenantId);
    const first = await booked(bookable, 8, ane);
    expect(await close(`officer:${bookable.officerId}`)).toBe(1);
    const gets = (await found(first))?.startsAt ?? at(0);
    const other = await createBookable(tenantId);
    const bo = await createResident(tenantId);
    const again = await createBookable(tenantId, { opening: { minutes: 120 } });
    await createBooking(await createMeeting(other, gets, { way: 'phone' }), bo);
    const second = await booked(again, 8, bo);
    expect(await close(`officer:${again.officerId}`)).toBe(1);
    expect((await found(second))?.startsAt).toEqual(new Date(gets.getTime() + 3_600_000));
  });

  it('ends what is only held, and leaves what a system has published to the system', async () => {
    const bookable = await createBookable(tenantId);
    const [ane, bo] = await Promise.all([createResident(tenantId), createResident(tenantId)]);
    const { officerId } = bookable;
    const heldUntil = new Date(Date.now() + 60_000);
    const held = await createMeeting(bookable, at(8), { officerId, heldUntil });
    const hold = await createBooking(held, ane, { state: 'held' });
    const told = await booked(bookable, 10, bo, { systemId: newId(), externalId: newId() });
    expect(await close(`officer:${officerId}`)).toBe(1);
    expect(await found(hold)).toMatchObject({ state: 'lapsed', kinds: [] });
    expect(await found(told)).toMatchObject({ state: 'booked', startsAt: at(10) });
  });

  it('ends what is held or offered also where whoever is booked keeps her time, and lets nobody confirm then', async () => {
    const bookable = await createBookable(tenantId);
    const [ane, bo, cia, dag] = await Promise.all([1, 2, 3, 4].map(() => createResident(tenantId)));
    if (!ane || !bo || !cia || !dag) throw new Error('nobody');
    const heldUntil = new Date(Date.now() + 60_000);
    const { officerId } = bookable;
    const held = async (
      who: ResidentActor,
      hour: number,
      state: 'held' | 'offered' = 'held',
      day = someDay,
    ) =>
      createBooking(await createMeeting(bookable, at(hour, day), { officerId, heldUntil }), who, { state });
    const hold = await held(ane, 8);
    const offer = await held(bo, 9, 'offered');
    const kept = await booked(bookable, 10, cia);
    const nextDay = await held(dag, 8, 'held', addDays(someDay, 1));
    const closing = { whom: `officer:${officerId}`, from: someDay, to: '' };
    await putException(admin, { exceptionId: newId(), ...closing });
    expect(await found(hold)).toMatchObject({ state: 'lapsed' });
    expect(await found(offer)).toMatchObject({ state: 'lapsed' });
    expect(await found(kept)).toMatchObject({ state: 'booked', startsAt: at(10) });
    expect(await found(nextDay)).toMatchObject({ state: 'held' });
    // She was just taking it when the day was closed.
    const late = await held(ane, 11);
    const content = { needs: {}, answers: {} };
    expect(await confirmBooking(ane, { bookingId: late, content })).toEqual({ outcome: 'lapsed' });
    expect(await confirmBooking(dag, { bookingId: nextDay, content })).toMatchObject({ outcome: 'booked' });
  });

  it('moves nobody into a group of the same day, and nobody new joins one', async () => {
    const bookable = await createBookable(tenantId, { type: { seats: 5 } });
    const [ane, bo, cia] = await Promise.all([1, 2, 3].map(() => createResident(tenantId)));
    if (!ane || !bo || !cia) throw new Error('nobody');
    const first = await booked(bookable, 8, ane, { seats: 5 });
    const later = await createMeeting(bookable, at(10), { ...officerAndPlace(bookable), seats: 5 });
    const second = await createBooking(later, bo);
    const slug = `type-${bookable.typeId}`;
    const timesThatDay = async () =>
      (await listFreeTimes(cia, { slug, way: 'visit', from: someDay })).times.filter(
        ({ startsAt }) => startsAt < at(0, addDays(someDay, 1)),
      ).length;
    expect(await timesThatDay()).toBe(4);
    await putException(admin, {
      exceptionId: newId(),
      whom: `officer:${bookable.officerId}`,
      from: someDay,
      to: '',
    });
    expect(await timesThatDay()).toBe(0);
    const { placeId } = bookable;
    const { meetingId, startsAt } = later;
    for (const chosen of [{ meetingId }, {}])
      expect(
        await holdTime(cia, {
          bookingId: newId(),
          typeSlug: slug,
          way: 'visit',
          placeId,
          startsAt,
          ...chosen,
        }),
      ).toEqual({ outcome: 'taken' });
    expect(await close(`officer:${bookable.officerId}`)).toBe(2);
    for (const one of [await found(first), await found(second)]) {
      expect(one).toMatchObject({ state: 'booked', sequence: 1, kinds: ['moved_by_office'] });
      expect(one?.startsAt.getTime()).toBeGreaterThanOrEqual(at(0, addDays(someDay, 1)).getTime());
    }
  });

  it('looks once more a little later, for whoever was taking a time just then', async () => {
    const { officerId } = await createBookable(tenantId);
    const exceptionId = newId();
    await closeDay(admin, { exceptionId, whom: `officer:${officerId}`, from: someDay });
    const jobs = await asOwner(async (client) => {
      await client.query('set role minasidor_worker');
      const { rows } = await client.query<{ seconds: number }>(
        `select extract(epoch from run_at - now())::int as seconds from graphile_worker._private_jobs
          where payload ->> 'exceptionId' = $1 order by run_at`,
        [exceptionId],
      );
      return rows.map(({ seconds }) => seconds);
    });
    expect(jobs).toHaveLength(2);
    expect(jobs[1]).toBeGreaterThan(30);
  });

  it('is once however often it is pressed, and only of days to come', async () => {
    const { officerId } = await createBookable(tenantId);
    const exceptionId = newId();
    const posted = { exceptionId, whom: `officer:${officerId}`, from: someDay };
    await closeDay(admin, posted);
    await closeDay(admin, posted);
    const { rows } = await asOwner((client) =>
      client.query('select action from audit_entry where object_id = $1', [exceptionId]),
    );
    expect(rows).toEqual([{ action: 'appointments.close-day' }]);
    await expect(
      closeDay(admin, { exceptionId: newId(), whom: 'officer:x', from: '2020-01-01' }),
    ).rejects.toMatchObject({
      fields: { whom: 'hours:exceptions.whom-missing', from: 'hours:opening.past' },
    });
    const resident = await createResident(tenantId);
    await expect(closeDay(resident, posted)).rejects.toMatchObject({ code: 'NotFound' });
  });
});
