import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { addDays, type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { write } from '@/lib/platform/db';
import { startInSweden } from '@/lib/testing/any-day';
import { createResident } from '@/lib/testing/builders';
import {
  anyGroupWorld,
  clock,
  type GroupWorld,
  type MadeWorld,
  type Met,
  MINUTE,
  makeGroupWorld,
  SLOT,
  type Way,
  ways,
} from '@/lib/testing/group-worlds';
import { holdTime } from './commands/hold-time';
import { listFreeTimes } from './queries/list-free-times';

const tenantId = 'granvik';

/*
 * What the page of times offers, in worlds with groups: against an oracle that thinks of nothing. It tries every five
 * minutes, and reads the clock on the wall.
 */

/** "2027-03-28 03:00": what stands on the wall. */
const formatter = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'short',
});
const read = new Map<number, string>();
function wall(at: number): string {
  const known = read.get(at) ?? formatter.format(at);
  read.set(at, known);
  return known;
}

const slotsOf = (start: number, end: number) =>
  Array.from({ length: Math.max(0, (end - start) / SLOT) }, (_, index) => start + index * SLOT);

interface Offered {
  startsAt: number;
  placeId: string | null;
  meetingId: string | null;
}

interface Expected {
  way: Way;
  offered: Offered[];
  /** groups whose seats are all taken */
  full: Met[];
}

/** What should be offered, tried slot by slot. */
function naive(world: GroupWorld, made: MadeWorld, way: Way): Expected {
  const { type: times } = world;
  const { days, now, officerIds, placeIds, rooms, whoms, met } = made;
  const all = slotsOf(startInSweden(days[0]).getTime(), startInSweden(addDays(days[2], 1)).getTime());
  const firstAt = (day: CalendarDate, hour: number) => {
    const found = all.find((at) => wall(at) >= `${day} ${clock(hour)}`);
    if (found === undefined) throw new Error('The day has no such hour');
    return found;
  };
  const openings = world.officers.flatMap((own, index) =>
    own.map((one) => ({
      ...one,
      officerId: officerIds[index] ?? '',
      placeId: placeIds[one.place] ?? null,
      start: firstAt(days[one.day] ?? days[0], one.time.fromHour),
      end: firstAt(days[one.day] ?? days[0], one.time.toHour),
    })),
  );
  const isClosed = (ids: (string | null)[], start: number, minutes: number) =>
    slotsOf(start, start + minutes * MINUTE).some((at) =>
      world.closed.some(({ who, day, days: more, time }) => {
        const [date = '', shown = ''] = wall(at).split(' ');
        const [from, to] = [days[day] ?? days[0], addDays(days[day] ?? days[0], more)];
        const whom = whoms[who] ?? '';
        return (
          (whom === 'all' || ids.includes(whom.slice(whom.indexOf(':') + 1))) &&
          from <= date &&
          date <= to &&
          clock(time.fromHour) <= shown &&
          shown < clock(time.toHour)
        );
      }),
    );
  const isBusy = (id: string, start: number, end: number) =>
    met.some(
      (one) =>
        !one.isOver &&
        (one.officerId === id || one.roomId === id) &&
        slotsOf(start, end).some((at) => one.busy[0] <= at && at < one.busy[1]),
    );
  const tooFar = startInSweden(addDays(days[0], times.aheadDays + 1)).getTime();
  const found: Expected = { way, offered: [], full: [] };
  for (const at of all) {
    if (at < now + times.noticeMinutes * MINUTE || at >= tooFar) continue;
    const [busyFrom, busyTo] = [
      at - times.beforeMinutes * MINUTE,
      at + (times.minutes + times.afterMinutes) * MINUTE,
    ];
    for (const placeId of way === 'visit' ? placeIds : [null]) {
      const groups = met.filter(
        (one) => one.isGroup && !one.isOver && one.start === at && one.way === way && one.placeId === placeId,
      );
      const isShut = (one: Met) => isClosed([one.officerId, one.placeId, one.roomId], at, one.minutes);
      const open = groups.filter((one) => one.seatsLeft > 0 && !isShut(one)).map(({ id }) => id);
      found.full.push(...groups.filter((one) => one.seatsLeft === 0));
      const hasOfficer = openings.some(
        ({ officerId, start, end, ways: by, placeId: where }) =>
          by.includes(way) &&
          (way !== 'visit' || where === placeId) &&
          start <= at &&
          at + times.minutes * MINUTE <= end &&
          (at - start) % (times.stepMinutes * MINUTE) === 0 &&
          !isClosed([officerId, placeId], at, times.minutes) &&
          !isBusy(officerId, busyFrom, busyTo),
      );
      const hasRoom =
        way !== 'visit' ||
        !times.needsRoom ||
        rooms.some(
          (room) =>
            room.placeId === placeId &&
            room.seats >= times.seats &&
            !isClosed([room.id], at, times.minutes) &&
            !isBusy(room.id, busyFrom, busyTo),
        );
      const [group] = open.sort();
      if (group || (hasOfficer && hasRoom))
        found.offered.push({ startsAt: at, placeId, meetingId: group ?? null });
    }
  }
  return found;
}

const inOrder = (times: readonly Offered[]) =>
  times.toSorted((a, b) => a.startsAt - b.startsAt || ((a.placeId ?? '') < (b.placeId ?? '') ? -1 : 1));

afterEach(() => {
  vi.useRealTimers();
});

it('groups with seats left, and times of one’s own beside what is taken, are what is offered, always', {
  timeout: 120_000,
}, async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const residents = await Promise.all(Array.from({ length: 25 }, () => createResident(tenantId)));
  const [seeker, ...others] = residents as [ResidentActor, ...ResidentActor[]];
  const seen = { own: 0, groups: 0, full: 0 };
  await fc.assert(
    fc.asyncProperty(anyGroupWorld, async (world) => {
      const made = await makeGroupWorld(world, {
        residents: others,
        clockAt: (at) => vi.setSystemTime(at),
      });
      const expected = ways.map((way) => naive(world, made, way));
      for (const { way, offered, full } of expected) {
        expect(await shown(seeker, made, way)).toEqual(inOrder(offered));
        seen.groups += offered.filter(({ meetingId }) => meetingId).length;
        seen.own += offered.filter(({ meetingId }) => !meetingId).length;
        seen.full += full.length;
      }
      for (const one of expected) await press(seeker, made, one);
      await endWorld();
    }),
    // What has been made stays in the database, and is made anew for each: there is nothing to shorten.
    { numRuns: 20, endOnFailure: true },
  );
  // Worlds without groups, or where all can be joined, would prove nothing.
  expect(seen.own).toBeGreaterThan(100);
  for (const kind of ['groups', 'full'] as const) expect(seen[kind]).toBeGreaterThan(0);
});

/** What the page shows of both weeks that the days lie in, and says of them all. */
async function shown(seeker: ResidentActor, { slug, days }: MadeWorld, way: Way): Promise<Offered[]> {
  const first = await listFreeTimes(seeker, { slug, way, from: days[0] });
  const second = await listFreeTimes(seeker, { slug, way, from: days[2] });
  const isOneWeek = first.week.from === second.week.from;
  const times = [...first.times, ...(isOneWeek ? [] : second.times)].map(({ startsAt, ...where }) => ({
    startsAt: startsAt.getTime(),
    ...where,
  }));
  const counts = Map.groupBy(times, ({ startsAt }) => dateInSweden(new Date(startsAt)));
  expect(first.days).toEqual([...counts].map(([date, { length: count }]) => ({ date, count })));
  expect(first.first?.startsAt.getTime()).toBe(times[0]?.startsAt);
  return inOrder(times);
}

/** Nothing is closed for all any more, and everybody is free again. */
const endWorld = () =>
  write({ tenantId }, async (tx) => {
    await tx.openingException.deleteMany({ where: { tenantId } });
    await tx.booking.updateMany({
      where: { tenantId, state: { in: ['held', 'offered', 'booked'] } },
      data: { state: 'cancelled', heldUntil: null, endedAt: new Date() },
    });
  });

/** A press decides by another statement than the page: it gives a seat where one is shown, and none where all are taken. */
async function press(
  seeker: ResidentActor,
  { slug }: MadeWorld,
  { way, offered, full }: Expected,
): Promise<void> {
  const hold = async (meetingId: string, startsAt: number, placeId: string | null) => {
    const choice = { bookingId: newId(), typeSlug: slug, way, meetingId, startsAt: new Date(startsAt) };
    return (await holdTime(seeker, { ...choice, ...(placeId && { placeId }) })).outcome;
  };
  const open = offered.find(({ meetingId }) => meetingId);
  if (open?.meetingId) expect(await hold(open.meetingId, open.startsAt, open.placeId)).toBe('held');
  const [one] = full;
  if (one) expect(await hold(one.id, one.start, one.placeId)).toBe('taken');
}
