import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import { wallInstant } from '@/lib/kernel/wall-time';
import { type Prisma, read, write } from '@/lib/platform/db';
import {
  type Bookable,
  createBookable,
  createOfficer,
  createOpening,
  someDay,
} from '@/lib/testing/appointments-world';
import { createResident } from '@/lib/testing/builders';
import { freeTimes, type Wanted } from './domain/free-times';
import { knownCalendars } from './queries/known-calendars';
import { type CalendarsAsked, loadCalendarsInTx } from './queries/load-calendars-in-tx';

const tenantId = 'granvik';
const at = (hour: number) => wallInstant(someDay, hour * 60);
const now = Date.now();
const asked = ({ typeId, type }: Bookable, more: Partial<CalendarsAsked> = {}): CalendarsAsked => ({
  tenantId,
  typeId,
  type,
  window: { start: at(0), end: at(24) },
  now,
  ...more,
});

const load = (wish: CalendarsAsked) => read(wish, (tx) => loadCalendarsInTx(tx, wish));

async function hours(bookable: Bookable, wanted: Wanted, more: Partial<CalendarsAsked> = {}) {
  const wish = asked(bookable, more);
  const calendars = await load(wish);
  return freeTimes(bookable.type, calendars.officers, calendars.rooms, wanted, wish.window, now).map(
    ({ startsAt }) => (startsAt - at(0)) / 3_600_000,
  );
}

const meet = (
  { typeId, officerId }: Bookable,
  from: number,
  to: number,
  more: Partial<Prisma.MeetingUncheckedCreateInput> = {},
) =>
  write({ tenantId }, (tx) =>
    tx.meeting.create({
      data: {
        tenantId,
        typeId,
        officerId,
        way: 'phone',
        startsAt: new Date(at(from)),
        endsAt: new Date(at(to)),
        busyFrom: new Date(at(from)),
        busyTo: new Date(at(to)),
        ...more,
      },
      select: { id: true },
    }),
  );

const close = (hour: number, more: Partial<Prisma.OpeningExceptionUncheckedCreateInput>) =>
  write({ tenantId }, (tx) =>
    tx.openingException.create({
      data: { tenantId, startsAt: new Date(at(hour)), endsAt: new Date(at(hour + 1)), ...more },
    }),
  );

describe('what is free', () => {
  it('is an officer’s opening less what she has taken, of whatever type; a hold that is over takes nothing', async () => {
    const bookable = await createBookable(tenantId);
    const other = await createBookable(tenantId);
    expect(await hours(bookable, { way: 'phone' })).toEqual([8, 9, 10, 11]);
    await meet({ ...bookable, typeId: other.typeId }, 9, 10);
    await meet(bookable, 10, 11, { heldUntil: new Date(now - 1) });
    await meet(bookable, 11, 12, { heldUntil: new Date(now + 60_000) });
    await meet(bookable, 8, 9, { state: 'cancelled' });
    expect(await hours(bookable, { way: 'phone' })).toEqual([8, 10]);
  });

  it('is less what is closed: of her, of the place for visits, of a room, of all', async () => {
    const bookable = await createBookable(tenantId, { type: { needsRoom: true } });
    const { officerId, placeId, roomId } = bookable;
    await close(8, { officerId });
    await close(9, { placeId });
    await close(10, { roomId });
    expect(await hours(bookable, { way: 'phone' })).toEqual([9, 10, 11]);
    expect(await hours(bookable, { way: 'visit' })).toEqual([11]);
    const other = await createBookable('ekhamn');
    await write({ tenantId: 'ekhamn' }, (tx) =>
      tx.openingException.create({
        data: { tenantId: 'ekhamn', startsAt: new Date(at(8)), endsAt: new Date(at(10)) },
      }),
    );
    const found = await load({ ...asked(other), tenantId: 'ekhamn' });
    expect(
      freeTimes(other.type, found.officers, [], { way: 'video' }, asked(other).window, now),
    ).toHaveLength(2);
  });

  it('is with anybody who takes the type, or with one of them', async () => {
    const bookable = await createBookable(tenantId);
    const nils = await createOfficer(tenantId, [bookable.typeId], { name: 'Nils Ek' });
    await createOpening(tenantId, nils, bookable.placeId);
    await meet(bookable, 8, 11);
    expect(await hours(bookable, { way: 'visit' })).toEqual([8, 9, 10, 11]);
    expect(await hours(bookable, { way: 'visit' }, { officerId: bookable.officerId })).toEqual([11]);
    const { officers } = await load(asked(bookable, { officerId: nils }));
    expect(officers.map(({ officerId }) => officerId)).toEqual([nils]);
  });

  it('of a room is less what others have there; a room that is too small is none', async () => {
    const bookable = await createBookable(tenantId, { type: { needsRoom: true } });
    const { placeId, roomId } = bookable;
    await meet(bookable, 8, 9, { officerId: null, placeId, roomId, way: 'visit' });
    expect(await hours(bookable, { way: 'visit' })).toEqual([9, 10, 11]);
    const large = await createBookable(tenantId, { type: { needsRoom: true, seats: 21 } });
    expect(await hours(large, { way: 'visit' })).toEqual([]);
  });

  it('is the same whether a day is asked for or one instant', async () => {
    const bookable = await createBookable(tenantId, { type: { beforeMinutes: 15, afterMinutes: 15 } });
    await meet(bookable, 12, 13);
    await meet(bookable, 7.5, 7.75);
    const whole = await hours(bookable, { way: 'phone' });
    expect(whole).toEqual([8, 9, 10]);
    for (const hour of [8, 9, 10, 11]) {
      const window = { start: at(hour), end: at(hour) + 1 };
      expect(await hours(bookable, { way: 'phone' }, { window })).toEqual(
        whole.filter((one) => one === hour),
      );
    }
  });
});

describe('meetings with seats left', () => {
  it('are groups’ and those that a system has published, until the last seat is taken', async () => {
    const group = await createBookable(tenantId, { type: { seats: 2 } });
    const { id } = await meet(group, 9, 10, { seats: 2 });
    await meet(group, 10, 11, { seats: 1 });
    const sessions = async () => (await knownCalendars(tenantId, now)).sessions(asked(group));
    expect(await sessions()).toEqual([
      {
        meetingId: id,
        startsAt: at(9),
        endsAt: at(10),
        way: 'phone',
        placeId: null,
        officerId: group.officerId,
        seats: 2,
        seatsLeft: 2,
      },
    ]);
    const sit = async (seat: number, heldUntil: Date | null) => {
      const { personId } = await createResident(tenantId);
      await write({ tenantId }, (tx) =>
        tx.booking.create({
          data: {
            tenantId,
            id: newId(),
            meetingId: id,
            seat,
            personId,
            state: heldUntil ? 'held' : 'booked',
            heldUntil,
            bookedAt: heldUntil ? null : new Date(),
            startsAt: new Date(),
            endsAt: new Date(),
          },
        }),
      );
    };
    await sit(1, new Date(now - 1));
    expect(await sessions()).toMatchObject([{ seatsLeft: 2 }]);
    await sit(2, null);
    expect(await sessions()).toMatchObject([{ seatsLeft: 1 }]);
    const day = { start: wallInstant(addDays(someDay, 1), 0), end: wallInstant(addDays(someDay, 2), 0) };
    expect((await knownCalendars(tenantId, now)).sessions(asked(group, { window: day }))).toEqual([]);
  });
});
