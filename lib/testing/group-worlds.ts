import fc from 'fast-check';
import { putException } from '@/lib/appointments/commands/put-exception';
import { addDays, type CalendarDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { isExclusionViolation } from '@/lib/platform/errors';
import { startInSweden } from './any-day';
import {
  createBooking,
  createMeeting,
  createOfficer,
  createOpening,
  createPlace,
  createRoom,
  createType,
  someDay,
} from './appointments-world';
import { anAdmin } from './builders';

/*
 * Worlds over the days when clocks are moved, with groups that meet already: some seats taken, some held, and what was held
 * too long ago. Parts of days are closed by the form's command.
 */

const tenantId = 'granvik';
export const MINUTE = 60_000;
export const SLOT = 5 * MINUTE;
export const ways = ['visit', 'phone'] as const;
export type Way = (typeof ways)[number];

const dayOf = (hours: number, day: CalendarDate): CalendarDate =>
  startInSweden(addDays(day, 1)).getTime() - startInSweden(day).getTime() === hours * 60 * MINUTE
    ? day
    : dayOf(hours, addDays(day, 1));

const n = (max: number, min = 0) => fc.integer({ min, max });
const fives = (max: number, min = 0) => n(max / 5, min / 5).map((count) => count * 5);
const hours = (longest: number) =>
  fc.tuple(n(9), n(longest, 1)).map(([from, length]) => ({ fromHour: from, toHour: from + length }));
type Seat = 'booked' | 'held' | 'offered' | 'over' | 'cancelled';
/** `over`: it was held until now */
const anySeat = fc.constantFrom<Seat>('booked', 'held', 'offered', 'over', 'cancelled');
export const anyGroupWorld = fc.record({
  /** hours of the day in the middle */
  long: fc.constantFrom(23, 25),
  type: fc.record({
    minutes: fives(90, 15),
    stepMinutes: fives(60, 15),
    beforeMinutes: fives(20),
    afterMinutes: fives(20),
    seats: n(3, 2),
    needsRoom: fc.boolean(),
    noticeMinutes: fives(60),
    aheadDays: n(3, 1),
  }),
  /** so long after the first day begins it is asked */
  nowMinutes: fives(240),
  officers: fc.array(
    fc.array(
      fc.record({
        day: n(2),
        time: hours(9),
        place: n(1),
        ways: fc.subarray([...ways], { minLength: 1 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    { minLength: 1, maxLength: 2 },
  ),
  /** who: 0 and 1 are officers, 2 and 3 places, 4 a room, 5 is all */
  closed: fc.array(
    fc.record({ who: fc.constantFrom(0, 1, 2, 3, 4, 5, 5), day: n(2), days: n(2), time: hours(9) }),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
  meetings: fc.array(
    fc.record({
      officer: n(1),
      place: n(1),
      way: fc.constantFrom<Way>('visit', 'visit', 'phone'),
      day: n(2),
      minute: fives(540),
      /** it is no group, but something that she does with one alone */
      isElsewhere: fc.constantFrom(false, false, false, false, true),
      held: fc.constantFrom('no', 'no', 'no', 'still', 'over'),
      seats: fc.oneof(
        fc.array(anySeat, { maxLength: 2 }),
        fc.array(anySeat, { maxLength: 3 }),
        fc.array(fc.constantFrom<Seat>('booked', 'held', 'offered'), { minLength: 3, maxLength: 3 }),
      ),
    }),
    { minLength: 4, maxLength: 7 },
  ),
});
export type GroupWorld = typeof anyGroupWorld extends fc.Arbitrary<infer T> ? T : never;

export interface Met {
  id: string;
  officerId: string;
  placeId: string | null;
  roomId: string | null;
  way: Way;
  start: number;
  minutes: number;
  /** with what comes before it and after it */
  busy: [start: number, end: number];
  isGroup: boolean;
  /** it was only held, and too long ago */
  isOver: boolean;
  seatsLeft: number;
}

/** A world as it stands in the database. */
export interface MadeWorld {
  slug: string;
  days: [CalendarDate, CalendarDate, CalendarDate];
  now: number;
  officerIds: string[];
  placeIds: [string, string];
  rooms: { id: string; placeId: string; seats: number }[];
  /** whom an exception names, as the form does */
  whoms: string[];
  met: Met[];
}

const admin = anAdmin(tenantId);
export const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
const isInvalid = (error: unknown) => (error as { code?: string }).code === 'Invalid';

/** Makes it in the database, told of the day before; then it is the moment when it is asked. */
export async function makeGroupWorld(
  world: GroupWorld,
  { residents, clockAt }: { residents: readonly ResidentActor[]; clockAt: (at: number) => void },
): Promise<MadeWorld> {
  const { type: times, long } = world;
  const middle = dayOf(long, addDays(someDay, 2));
  const days: MadeWorld['days'] = [addDays(middle, -1), middle, addDays(middle, 1)];
  const midnight = startInSweden(days[0]).getTime();
  const now = midnight + world.nowMinutes * MINUTE;
  clockAt(midnight - 1440 * MINUTE);
  const type = await createType(tenantId, times);
  const alone = await createType(tenantId, { minutes: 60 });
  const placeIds: MadeWorld['placeIds'] = [await createPlace(tenantId), await createPlace(tenantId)];
  const rooms = [
    { id: await createRoom(tenantId, placeIds[0], { seats: 2 }), placeId: placeIds[0], seats: 2 },
    { id: await createRoom(tenantId, placeIds[1], { seats: 20 }), placeId: placeIds[1], seats: 20 },
  ];
  const officerIds: string[] = [];
  for (const openings of world.officers) {
    const officerId = await createOfficer(tenantId, [type.typeId, alone.typeId]);
    officerIds.push(officerId);
    for (const one of openings)
      await createOpening(tenantId, officerId, placeIds[one.place] ?? null, {
        startsOn: days[one.day] ?? days[0],
        fromMinute: one.time.fromHour * 60,
        minutes: (one.time.toHour - one.time.fromHour) * 60,
        rule: null,
        ways: one.ways,
      });
  }
  const whoms = [
    `officer:${officerIds[0]}`,
    `officer:${officerIds.at(-1)}`,
    ...placeIds.map((id) => `place:${id}`),
    `room:${rooms[0]?.id}`,
    'all',
  ];
  for (const { who, day, days: more, time } of world.closed) {
    const from = days[day] ?? days[0];
    const when = { from, to: addDays(from, more) };
    const part = { fromTime: clock(time.fromHour), toTime: clock(time.toHour) };
    const whom = whoms[who] ?? 'all';
    await putException(admin, { exceptionId: newId(), whom, ...when, ...part }).catch((error) => {
      // The hour that is skipped in spring is no time to close.
      if (!isInvalid(error)) throw error;
    });
  }
  const met: Met[] = [];
  let seated = 0;
  for (const one of world.meetings) {
    const isGroup = !one.isElsewhere;
    const of = isGroup ? type : alone;
    const [before, after] = isGroup ? [times.beforeMinutes, times.afterMinutes] : [0, 0];
    const start = startInSweden(days[one.day] ?? days[0]).getTime() + one.minute * MINUTE;
    const busy: Met['busy'] = [start - before * MINUTE, start + (of.minutes + after) * MINUTE];
    const isVisit = one.way === 'visit';
    const where = {
      officerId: officerIds[one.officer] ?? officerIds[0] ?? '',
      placeId: isVisit ? (placeIds[one.place] ?? null) : null,
      roomId: isVisit && times.needsRoom ? (rooms[one.place]?.id ?? null) : null,
    };
    const seats = isGroup ? times.seats : 1;
    const until = { no: null, still: new Date(now + SLOT), over: new Date(now) }[one.held];
    const meeting = await createMeeting(of, new Date(start), {
      ...where,
      way: one.way,
      seats,
      busyFrom: new Date(busy[0]),
      busyTo: new Date(busy[1]),
      heldUntil: until,
    }).catch((error) => {
      // She or the room has something else then: there is no such meeting.
      if (!isExclusionViolation(error)) throw error;
    });
    if (!meeting) continue;
    const taken = one.seats.slice(0, seats);
    for (const [index, state] of taken.entries()) {
      const holds = { held: now + SLOT, offered: now + SLOT, over: now }[state as 'held'];
      const resident = residents[seated++];
      if (!resident) throw new Error('Too few residents');
      await createBooking(meeting, resident, {
        seat: index + 1,
        state: state === 'over' ? 'held' : state,
        ...(holds !== undefined && { heldUntil: new Date(holds) }),
        ...(state === 'cancelled' && { endedAt: new Date() }),
      });
    }
    met.push({
      ...where,
      id: meeting.meetingId,
      way: one.way,
      start,
      minutes: of.minutes,
      busy,
      isGroup,
      isOver: one.held === 'over',
      seatsLeft: seats - taken.filter((state) => state !== 'over' && state !== 'cancelled').length,
    });
  }
  clockAt(now);
  return { slug: `type-${type.typeId}`, days, now, officerIds, placeIds, rooms, whoms, met };
}
