import fc from 'fast-check';
import { Client } from 'pg';
import { reckonPeriods } from '@/lib/appointments/commands/reckon-periods';
import { takenBy } from '@/lib/appointments/domain/free-times';
import { meetingWays } from '@/lib/appointments/domain/words';
import { addDays, type CalendarDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import { wallInstant } from '@/lib/kernel/wall-time';
import { read, write } from '@/lib/platform/db';
import { isExclusionViolation, isUniqueViolation } from '@/lib/platform/errors';
import {
  type Bookable,
  createBookable,
  createBooking,
  createMeeting,
  createOfficer,
  createOpening,
  createRoom,
  someDay,
} from './appointments-world';
import { aJob, createResident } from './builders';
import { appUrl, asOwner } from './test-database';

/* Whatever can happen to calendars, in any order: for the property that what is remembered of them is what they are. */

const tenantId = 'granvik';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The next time that clocks are moved: the day before it, seen from a day that is not far behind. */
const clocksMove = nextClockChange(addDays(someDay, 1));
function nextClockChange(day: CalendarDate): CalendarDate {
  const isDay = wallInstant(addDays(day, 2), 0) - wallInstant(addDays(day, 1), 0) !== 24 * HOUR;
  return isDay ? day : nextClockChange(addDays(day, 1));
}
const days = [0, 1, 2].map((n) => addDays(clocksMove, n));
const at = (day: number, minute: number) => wallInstant(days[day] ?? clocksMove, minute);
const startOfAll = at(0, 0) - 3 * 86_400_000;

interface CalendarWorld {
  /** with rooms and buffers; a group's; one that a system publishes */
  types: { single: Bookable; group: Bookable; published: Bookable };
  officers: string[];
  /** whom only the long transaction gives meetings */
  lone: string;
  placeId: string;
  roomIds: string[];
  systemId: string;
}

export async function aCalendarWorld(): Promise<CalendarWorld> {
  const opening = { startsOn: clocksMove, fromMinute: 0, minutes: 600, rule: null };
  const more = { ways: [...meetingWays], noticeMinutes: 30, aheadDays: 20 };
  const single = await createBookable(tenantId, {
    type: { ...more, needsRoom: true, beforeMinutes: 15, travelMinutes: 30 },
    opening,
  });
  const group = await createBookable(tenantId, { type: { ...more, seats: 3 }, opening });
  const published = await createBookable(tenantId, { type: more, opening });
  const systemId = newId();
  await asOwner((client) =>
    client.query('update appointment_type set system_id = $1 where id = $2', [systemId, published.typeId]),
  );
  const { placeId } = single;
  const officers = [single.officerId, group.officerId];
  const lone = await createOfficer(tenantId, [single.typeId]);
  for (const officerId of [...officers, lone]) {
    for (const day of days) {
      await createOpening(tenantId, officerId, placeId, { ...opening, startsOn: day, fromMinute: 60 });
    }
  }
  await write({ tenantId }, (tx) =>
    tx.officerType.create({ data: { tenantId, officerId: group.officerId, typeId: single.typeId } }),
  );
  const roomIds = [single.roomId, await createRoom(tenantId, placeId)];
  return { types: { single, group, published }, officers, lone, placeId, roomIds, systemId };
}

/* What happens. Each change is a transaction of its own, as the commands make them. */

const n = (max: number) => fc.nat(max);
const act = <K extends string, T extends object>(kind: K, facts: { [P in keyof T]: fc.Arbitrary<T[P]> }) =>
  fc.record<{ do: K } & T>({ do: fc.constant(kind), ...facts } as never);
const anyAct = fc.oneof(
  {
    weight: 4,
    arbitrary: act('meet', {
      kind: n(2),
      who: n(1),
      room: n(2),
      day: n(2),
      minute: n(660),
      isHeld: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: act('settle', {
      which: n(20),
      to: fc.constantFrom('confirmed' as const, 'cancelled' as const),
    }),
  },
  { weight: 3, arbitrary: act('sit', { which: n(20), isHeld: fc.boolean() }) },
  { weight: 2, arbitrary: act('stand', { which: n(20) }) },
  {
    weight: 2,
    arbitrary: act('close', { whom: n(3), which: n(1), day: n(2), minute: n(600), minutes: n(300) }),
  },
  { weight: 1, arbitrary: act('reopen', { which: n(5) }) },
  { weight: 1, arbitrary: act('open', { who: n(1), day: n(2), minute: n(900) }) },
  { weight: 1, arbitrary: act('unopen', { which: n(5) }) },
  {
    weight: 1,
    arbitrary: act('rest', {
      what: fc.constantFrom('officer' as const, 'room' as const, 'place' as const),
      which: n(1),
    }),
  },
  { weight: 3, arbitrary: act('wait', { minutes: fc.constantFrom(1, 4, 30, 24 * 60) }) },
  {
    weight: 2,
    arbitrary: act('long', {
      ends: fc.constantFrom('commit' as const, 'rollback' as const),
      day: n(2),
      minute: n(660),
    }),
  },
  { weight: 1, arbitrary: act('night', {}) },
);
type Act = typeof anyAct extends fc.Arbitrary<infer T> ? T : never;

/** Something that happens, and which of two processes are asked after it. */
export const anyCalendarAct = fc.record({
  act: anyAct,
  asked: fc.subarray<'first' | 'second'>(['first', 'second']),
});

export class CalendarHappening {
  now = startOfAll;
  private readonly meetings: { id: string; typeId: string }[] = [];
  private readonly bookings: string[] = [];
  private readonly exceptions: string[] = [];
  private readonly openings: string[] = [];
  private long: { client: Client; ends: 'commit' | 'rollback' } | null = null;

  constructor(private readonly world: CalendarWorld) {}

  async happens(act: Act): Promise<void> {
    try {
      await this.tryTo(act);
    } catch (error) {
      // The time or the seat is taken: nothing has happened.
      if (!isExclusionViolation(error) && !isUniqueViolation(error)) throw error;
    }
  }

  private async tryTo(act: Act): Promise<void> {
    const { world, now } = this;
    const held = (isHeld: boolean) => (isHeld ? new Date(now + 5 * MINUTE) : null);
    switch (act.do) {
      case 'meet': {
        const kind = (['single', 'group', 'published'] as const)[act.kind] ?? 'single';
        const { type, typeId } = world.types[kind];
        const start = at(act.day, act.minute);
        const taken = takenBy(type, 'visit', start);
        const roomId = world.roomIds[act.room] ?? null;
        const { meetingId } = await createMeeting({ ...world.types[kind] }, new Date(start), {
          officerId: world.officers[act.who] ?? null,
          placeId: world.placeId,
          roomId,
          busyFrom: new Date(taken.start),
          busyTo: new Date(taken.end),
          seats: kind === 'single' ? 1 : 2,
          heldUntil: kind === 'published' ? null : held(act.isHeld),
          ...(kind === 'published' && { systemId: world.systemId, externalId: newId() }),
        });
        this.meetings.push({ id: meetingId, typeId });
        return;
      }
      case 'settle': {
        const meeting = this.meetings[act.which % this.meetings.length];
        if (!meeting) return;
        const { id } = meeting;
        // One that somebody is booked in is not cancelled: the database holds it.
        await write({ tenantId }, (tx) =>
          act.to === 'cancelled'
            ? tx.meeting.updateMany({
                where: { tenantId, id, state: 'open', bookings: { none: { state: 'booked' } } },
                data: { state: 'cancelled', heldUntil: null },
              })
            : tx.meeting.updateMany({ where: { tenantId, id, state: 'open' }, data: { heldUntil: null } }),
        );
        return;
      }
      case 'sit': {
        const meeting = this.meetings[act.which % this.meetings.length];
        if (!meeting) return;
        const found = await read({ tenantId }, (tx) =>
          tx.meeting.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id: meeting.id } } }),
        );
        if (found.state !== 'open') return;
        const resident = await createResident(tenantId);
        const until = held(act.isHeld);
        this.bookings.push(
          await createBooking({ ...found, meetingId: found.id, tenantId }, resident, {
            seat: (act.which % found.seats) + 1,
            state: until ? 'held' : 'booked',
            heldUntil: until,
          }),
        );
        return;
      }
      case 'stand': {
        const id = this.bookings[act.which % this.bookings.length];
        if (!id) return;
        await write({ tenantId }, (tx) =>
          tx.booking.updateMany({
            where: { tenantId, id, state: { in: ['held', 'booked'] } },
            data: { state: 'cancelled', endedAt: new Date(), heldUntil: null },
          }),
        );
        return;
      }
      case 'close': {
        const whom = [
          {},
          { officerId: world.officers[act.which] ?? null },
          { placeId: world.placeId },
          { roomId: world.roomIds[act.which] ?? null },
        ][act.whom];
        const start = at(act.day, act.minute);
        const data = {
          ...whom,
          tenantId,
          id: newId(),
          startsAt: new Date(start),
          endsAt: new Date(start + (act.minutes + 1) * MINUTE),
        };
        await write({ tenantId }, (tx) => tx.openingException.create({ data }));
        this.exceptions.push(data.id);
        return;
      }
      case 'reopen': {
        const [id] = this.exceptions.splice(act.which % this.exceptions.length, 1);
        if (id)
          await write({ tenantId }, (tx) => tx.openingException.deleteMany({ where: { tenantId, id } }));
        return;
      }
      case 'open': {
        const rule = {
          startsOn: days[act.day] ?? clocksMove,
          fromMinute: act.minute,
          minutes: 120,
          rule: null,
        };
        this.openings.push(await createOpening(tenantId, world.officers[act.who] ?? '', world.placeId, rule));
        return;
      }
      case 'unopen': {
        const [id] = this.openings.splice(act.which % this.openings.length, 1);
        if (id) await write({ tenantId }, (tx) => tx.opening.deleteMany({ where: { tenantId, id } }));
        return;
      }
      case 'rest':
        await asOwner((client) => {
          const id = {
            officer: world.officers[act.which],
            room: world.roomIds[act.which],
            place: world.placeId,
          }[act.what];
          return client.query(`update meeting_${act.what} set is_open = not is_open where id = $1`, [id]);
        });
        return;
      case 'wait':
        this.now += act.minutes * MINUTE;
        return;
      case 'long':
        return this.long ? this.endLong() : this.beginLong(act);
      case 'night':
        await reckonPeriods(aJob(tenantId));
    }
  }

  /** A transaction that has begun and done its work, and doesn't commit: others come and go before it does. */
  private async beginLong({ ends, day, minute }: Extract<Act, { do: 'long' }>): Promise<void> {
    const client = new Client({ connectionString: appUrl() });
    await client.connect();
    await client.query('begin');
    await client.query("select set_config('app.tenant_id', $1, true)", [tenantId]);
    const start = new Date(at(day, minute));
    const end = new Date(start.getTime() + HOUR);
    try {
      await client.query(
        `insert into meeting (tenant_id, id, type_id, way, officer_id, starts_at, ends_at, busy_from, busy_to)
         values ($1, $2, $3, 'phone', $4, $5, $6, $5, $6)`,
        [tenantId, newId(), this.world.types.single.typeId, this.world.lone, start, end],
      );
      this.long = { client, ends };
    } catch (error) {
      await client.end();
      // She has a meeting then: nothing has begun.
      if ((error as { code?: string }).code !== '23P01') throw error;
    }
  }

  async endLong(): Promise<void> {
    await this.long?.client.query(this.long.ends);
    await this.long?.client.end();
    this.long = null;
  }
}
