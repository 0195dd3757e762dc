import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { wallInstant } from '@/lib/kernel/wall-time';
import { read, type Tx } from '@/lib/platform/db';
import { type Bookable, createBookable, createMeeting, someDay } from '@/lib/testing/appointments-world';
import { aCalendarWorld, anyCalendarAct, CalendarHappening } from '@/lib/testing/calendar-happenings';
import { asAppRole, asOwner } from '@/lib/testing/test-database';
import { bookable, type FreeTime, firstWithin, freeTimes } from './domain/free-times';
import { type Interval, overlap } from './domain/interval';
import type { KnownCalendars, Session } from './domain/known-calendars';
import { type MeetingWay, seatTaking } from './domain/words';
import { CalendarMemory } from './queries/known-calendars';
import { loadCalendarsInTx } from './queries/load-calendars-in-tx';

const tenantId = 'granvik';
const HOUR = 3_600_000;

/* Against what the database says when it is asked for all of it anew. */

interface Shown {
  free: FreeTime[];
  first: number | undefined;
  sessions: Session[];
}

function remembered(
  calendars: KnownCalendars,
  { typeId, type }: Bookable,
  way: MeetingWay,
  now: number,
): Shown {
  const window = bookable(type, now);
  const within = (stretch: Interval) => {
    const asked = { typeId, type, window: stretch, now };
    const [team, rooms] = [calendars.officers(asked), calendars.roomsFor(asked)];
    return freeTimes(type, team, rooms, { way }, stretch, now);
  };
  return {
    free: within(window),
    first: firstWithin(window, within)?.startsAt,
    sessions: calendars.sessions({ typeId, type, window, now }),
  };
}

async function plainly({ typeId, type }: Bookable, way: MeetingWay, now: number): Promise<Shown> {
  const window = bookable(type, now);
  return read({ tenantId }, async (tx) => {
    const { officers, rooms } = await loadCalendarsInTx(tx, { tenantId, typeId, type, window, now });
    const free = freeTimes(type, officers, rooms, { way }, window, now);
    return { free, first: free[0]?.startsAt, sessions: await sessionsInTx(tx, typeId, window, now) };
  });
}

async function sessionsInTx(tx: Tx, typeId: string, window: Interval, now: number): Promise<Session[]> {
  const meetings = await tx.meeting.findMany({
    where: { tenantId, typeId, state: 'open', OR: [{ seats: { gt: 1 } }, { systemId: { not: null } }] },
    include: { bookings: { where: { state: { in: [...seatTaking] } } } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  const exceptions = await tx.openingException.findMany({ where: { tenantId } });
  const shut = { where: { tenantId, isOpen: false }, select: { id: true } };
  const closed = [
    ...(await tx.meetingOfficer.findMany(shut)),
    ...(await tx.meetingPlace.findMany(shut)),
    ...(await tx.meetingRoom.findMany(shut)),
  ].map(({ id }) => id);
  const isOver = (until: Date | null) => until !== null && until.getTime() <= now;
  return meetings
    .map(({ bookings, ...meeting }) => ({
      meeting,
      time: { start: meeting.startsAt.getTime(), end: meeting.endsAt.getTime() },
      seatsLeft: meeting.seats - bookings.filter(({ heldUntil }) => !isOver(heldUntil)).length,
    }))
    .filter(
      ({ meeting, time, seatsLeft }) =>
        seatsLeft > 0 &&
        !isOver(meeting.heldUntil) &&
        time.start >= window.start &&
        time.start < window.end &&
        (meeting.systemId !== null ||
          (![meeting.officerId, meeting.placeId, meeting.roomId].some((id) => id && closed.includes(id)) &&
            !exceptions.some(
              (one) =>
                overlap(time, { start: one.startsAt.getTime(), end: one.endsAt.getTime() }) &&
                [meeting.officerId, null].includes(one.officerId) &&
                [meeting.placeId, null].includes(one.placeId) &&
                [meeting.roomId, null].includes(one.roomId),
            ))),
    )
    .map(({ meeting: { id, way, placeId, officerId, seats }, time, seatsLeft }) => ({
      meetingId: id,
      startsAt: time.start,
      endsAt: time.end,
      way,
      placeId,
      officerId,
      seats,
      seatsLeft,
    }));
}

describe('the memory of two processes', () => {
  it('says what the database says, at each reading, whatever has happened', {
    timeout: 240_000,
  }, async () => {
    const seen = { free: 0, sessions: 0 };
    const memories = { first: new CalendarMemory(), second: new CalendarMemory() };
    const world = await aCalendarWorld();
    await fc.assert(
      fc.asyncProperty(fc.array(anyCalendarAct, { minLength: 5, maxLength: 25 }), async (acts) => {
        const happening = new CalendarHappening(world);
        try {
          for (const { act, asked } of acts) {
            await happening.happens(act);
            for (const which of asked) {
              for (const one of Object.values(world.types)) {
                const way = which === 'first' ? 'visit' : 'phone';
                const calendars = await memories[which].read(tenantId, happening.now);
                const shown = remembered(calendars, one, way, happening.now);
                expect(shown).toEqual(await plainly(one, way, happening.now));
                seen.free += shown.free.length;
                seen.sessions += shown.sessions.length;
              }
            }
          }
        } finally {
          await happening.endLong();
        }
      }),
      // What has happened stays in the database: a shorter list of it would be another story.
      { numRuns: 25, endOnFailure: true },
    );
    // A world in which nothing is ever free would prove nothing.
    expect(seen.free).toBeGreaterThan(1000);
    expect(seen.sessions).toBeGreaterThan(50);
  });
});

describe('what is remembered', () => {
  const now = Date.now();
  const busyOf = async (
    memory: CalendarMemory,
    { typeId, type, officerId }: Bookable,
    municipality = tenantId,
  ) => {
    const window = { start: now, end: now + 60 * 86_400_000 };
    const calendars = await memory.read(municipality, now);
    return calendars.officers({ typeId, type, window, now }).find((one) => one.officerId === officerId)?.busy
      .length;
  };
  const onSomeDay = (hour: number) => new Date(wallInstant(someDay, hour * 60));

  it('has what began before and was committed after what it has seen', async () => {
    const memory = new CalendarMemory();
    const one = await createBookable(tenantId);
    const { officerId } = one;
    await busyOf(memory, one);
    await asAppRole(async (client) => {
      await client.query('begin');
      await client.query("select set_config('app.tenant_id', $1, true)", [tenantId]);
      await client.query(
        `insert into meeting (tenant_id, id, type_id, way, officer_id, starts_at, ends_at, busy_from, busy_to)
         values ($1, $2, $3, 'phone', $4, $5, $6, $5, $6)`,
        [tenantId, newId(), one.typeId, officerId, onSomeDay(8), onSomeDay(9)],
      );
      await createMeeting(one, onSomeDay(10), { officerId });
      expect(await busyOf(memory, one)).toBe(1);
      await client.query('commit');
    });
    expect(await busyOf(memory, one)).toBe(2);
    expect(await busyOf(memory, one)).toBe(2);
  });

  it('is a municipality’s own', async () => {
    const memory = new CalendarMemory();
    const [one, other] = [await createBookable(tenantId), await createBookable('ekhamn')];
    await createMeeting(one, onSomeDay(8), { officerId: one.officerId });
    expect(await busyOf(memory, one)).toBe(1);
    expect(await busyOf(memory, other, 'ekhamn')).toBe(0);
    expect(await busyOf(memory, one, 'ekhamn')).toBeUndefined();
    await createMeeting(other, onSomeDay(8), { officerId: other.officerId });
    expect(await busyOf(memory, one)).toBe(1);
    expect(await busyOf(memory, other, 'ekhamn')).toBe(1);
  });

  it('is nothing when the database is another one, as after a restore, where what was undone is not told', async () => {
    const memory = new CalendarMemory();
    const one = await createBookable(tenantId);
    const { meetingId } = await createMeeting(one, onSomeDay(8), { officerId: one.officerId });
    expect(await busyOf(memory, one)).toBe(1);
    await asOwner(async (client) => {
      await client.query('alter table meeting disable trigger user');
      await client.query("update meeting set state = 'cancelled' where id = $1", [meetingId]);
      await client.query('alter table meeting enable trigger user');
      await client.query('vacuum full meeting');
    });
    expect(await busyOf(memory, one)).toBe(0);
  });

  it('is right for all who come at once, and for whoever comes when something has changed', async () => {
    const memory = new CalendarMemory();
    const one = await createBookable(tenantId);
    const { officerId } = one;
    expect(await Promise.all([busyOf(memory, one), busyOf(memory, one)])).toEqual([0, 0]);
    const early = memory.read(tenantId, now);
    await createMeeting(one, onSomeDay(8), { officerId });
    const late = busyOf(memory, one);
    await early;
    expect(await late).toBe(1);
  });

  it('stays though a system publishes a time of another century', async () => {
    const memory = new CalendarMemory();
    const one = await createBookable(tenantId);
    const { officerId } = one;
    await createMeeting(one, new Date('2126-11-24T09:00:00Z'), { officerId });
    await createMeeting(one, onSomeDay(8), { officerId });
    expect(await busyOf(memory, one)).toBe(1);
  });

  it('is kept by whoever comes back after an hour, and forgotten where nobody does', async () => {
    const memory = new CalendarMemory();
    const one = await createBookable(tenantId);
    const idle = (minutes: number) =>
      vi.spyOn(performance, 'now').mockReturnValue(performance.now() + minutes * 60_000);
    await busyOf(memory, one);
    idle(61);
    const back = await memory.read(tenantId, now);
    expect(await memory.read(tenantId, now)).toBe(back);
    idle(61);
    await memory.read('ekhamn', now);
    expect(await memory.read(tenantId, now)).not.toBe(back);
  });

  it('begins anew where somebody asks about what was before it', async () => {
    const memory = new CalendarMemory();
    const one = await createBookable(tenantId);
    const { typeId, type, officerId } = one;
    const before = now - 10 * 86_400_000;
    await createMeeting(one, new Date(before), { officerId });
    expect(await busyOf(memory, one)).toBe(0);
    const window = { start: before - HOUR, end: now };
    const [both] = await Promise.all([memory.read(tenantId, now), memory.read(tenantId, before)]);
    expect(both.officers({ typeId, type, window, now: before })[0]?.busy).toHaveLength(1);
  });
});
