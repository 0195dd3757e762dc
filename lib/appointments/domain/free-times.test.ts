import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateInSweden } from '@/lib/kernel/calendar-date';
import { anyOddDay, startInSweden } from '@/lib/testing/any-day';
import type { TypeTimes } from './appointment-type';
import { type FreeTime, freeTimes, type OfficerCalendar, type RoomCalendar, type Wanted } from './free-times';
import { type Interval, merged, overlap } from './interval';
import { periodsOf } from './periods';
import { meetingWays } from './words';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const type = (more: Partial<TypeTimes> = {}): TypeTimes => ({
  ways: ['visit', 'home', 'phone', 'video'],
  minutes: 30,
  stepMinutes: 30,
  beforeMinutes: 0,
  afterMinutes: 0,
  travelMinutes: 0,
  seats: 1,
  needsRoom: false,
  noticeMinutes: 0,
  aheadDays: 30,
  ...more,
});

/** 24 November 2026, a Tuesday; hours by the clock in Sweden. */
const at = (hour: number) => Date.parse('2026-11-24T00:00:00+01:00') + hour * HOUR;
const span = (from: number, to: number): Interval => ({ start: at(from), end: at(to) });
const officer = (more: Partial<OfficerCalendar> = {}): OfficerCalendar => ({
  officerId: 'maria',
  openings: [{ ...span(8, 12), placeId: 'house', ways: meetingWays, placeClosed: [] }],
  closed: [],
  busy: [],
  ...more,
});
const room = (more: Partial<RoomCalendar> = {}): RoomCalendar => ({
  roomId: 'oak',
  placeId: 'house',
  closed: [],
  busy: [],
  ...more,
});
const hours = (
  times: TypeTimes,
  officers: OfficerCalendar[],
  wanted: Wanted = { way: 'phone' },
  {
    rooms = [],
    window = span(0, 24),
    now = at(0),
  }: { rooms?: RoomCalendar[]; window?: Interval; now?: number } = {},
) => freeTimes(times, officers, rooms, wanted, window, now).map(({ startsAt }) => (startsAt - at(0)) / HOUR);

describe('free times', () => {
  it('begin at each step of an opening and lie within it', () => {
    expect(hours(type({ minutes: 60, stepMinutes: 45 }), [officer()])).toEqual([8, 8.75, 9.5, 10.25, 11]);
  });

  it('keep their buffers from what is taken, but may have them outside the opening', () => {
    const times = type({ minutes: 60, stepMinutes: 60, beforeMinutes: 15, afterMinutes: 15 });
    expect(hours(times, [officer()])).toEqual([8, 9, 10, 11]);
    expect(hours(times, [officer({ busy: [span(7.5, 7.8)] })])).toEqual([9, 10, 11]);
    expect(hours(times, [officer({ busy: [span(10, 10.25)] })])).toEqual([8, 11]);
    expect(hours(times, [officer({ busy: [span(9.25, 9.75)] })])).toEqual([8, 10, 11]);
  });

  it('have the way there and back only of a visit at home', () => {
    const times = type({ minutes: 60, stepMinutes: 60, travelMinutes: 60 });
    const busy = [span(9, 10)];
    expect(hours(times, [officer({ busy })], { way: 'home' })).toEqual([11]);
    expect(hours(times, [officer({ busy })], { way: 'video' })).toEqual([8, 10, 11]);
  });

  it('keep off what is closed, though a buffer may reach into it', () => {
    const times = type({ minutes: 60, stepMinutes: 60, afterMinutes: 30 });
    expect(hours(times, [officer({ closed: [span(9, 11)] })])).toEqual([8, 11]);
  });

  it('of a closed place are none for visits, and the same for calls', () => {
    const opening = { ...span(8, 10), placeId: 'house', ways: meetingWays, placeClosed: [span(8, 9)] };
    expect(hours(type(), [officer({ openings: [opening] })], { way: 'visit' })).toEqual([9, 9.5]);
    expect(hours(type(), [officer({ openings: [opening] })], { way: 'phone' })).toEqual([8, 8.5, 9, 9.5]);
  });

  it('of a visit are where the opening is, and in a room that is free', () => {
    const times = type({ needsRoom: true, minutes: 60, stepMinutes: 60 });
    const rooms = [
      room({ busy: [span(8, 10)] }),
      room({ roomId: 'elm', busy: [span(9, 12)] }),
      room({ roomId: 'far', placeId: 'other' }),
    ];
    const found = freeTimes(times, [officer()], rooms, { way: 'visit' }, span(0, 24), at(0));
    expect(found.map(({ startsAt, roomIds }) => [(startsAt - at(0)) / HOUR, roomIds])).toEqual([
      [8, ['elm']],
      [10, ['oak']],
      [11, ['oak']],
    ]);
    expect(hours(times, [officer()], { way: 'visit', placeId: 'other' }, { rooms })).toEqual([]);
    const nowhere = officer({
      openings: [{ ...span(8, 12), placeId: null, ways: meetingWays, placeClosed: [] }],
    });
    expect(hours(type(), [nowhere], { way: 'visit' })).toEqual([]);
  });

  it('keep notice to the minute, and go on to the end of the last day ahead', () => {
    const times = type({ noticeMinutes: 60, aheadDays: 0 });
    expect(hours(times, [officer()], undefined, { now: at(9.5) - 1 })).toEqual([10.5, 11, 11.5]);
    const tomorrow = officer({
      openings: [{ ...span(32, 33), placeId: null, ways: meetingWays, placeClosed: [] }],
    });
    const later = { window: span(0, 72), now: at(9) };
    expect(hours(times, [tomorrow], undefined, later)).toEqual([]);
    expect(hours(type({ aheadDays: 1 }), [tomorrow], undefined, later)).toEqual([32, 32.5]);
  });

  it('are one for each time and place, with all who can be met then', () => {
    const twice = officer({
      openings: [
        ...officer().openings,
        { ...span(9, 10), placeId: 'house', ways: meetingWays, placeClosed: [] },
      ],
    });
    const nils = officer({ officerId: 'nils', busy: [span(8, 11)] });
    const found = freeTimes(type(), [twice, nils], [], { way: 'visit' }, span(9, 11.5), at(0));
    expect(found.map(({ officerIds }) => officerIds)).toEqual([
      ['maria'],
      ['maria'],
      ['maria'],
      ['maria'],
      ['maria', 'nils'],
    ]);
    expect(hours(type(), [twice, nils], { way: 'visit', officerId: 'nils' })).toEqual([11, 11.5]);
  });
});

it('makes what overlaps or meets one, whatever the order', () => {
  expect(merged([span(3, 4), span(1, 2), span(2, 3.5)])).toEqual([span(1, 4)]);
  expect(merged([span(1, 5), span(2, 3)])).toEqual([span(1, 5)]);
});

/* Against an oracle that thinks of nothing: it tries every minute, with every officer and room, and looks at everything. */

const minutes = (max: number, min = 0) => fc.integer({ min, max });
const places = ['house', 'barn', null];
const anyType = fc.record({
  ways: fc.constant(meetingWays),
  minutes: minutes(90, 5),
  stepMinutes: minutes(60, 5),
  beforeMinutes: minutes(20),
  afterMinutes: minutes(20),
  travelMinutes: minutes(40),
  seats: fc.constant(1),
  needsRoom: fc.boolean(),
  noticeMinutes: minutes(600),
  aheadDays: minutes(3),
});
/** Some time in the three days around the one that is looked at. */
const anySpan = (longest: number) =>
  fc
    .tuple(minutes(3 * 1440), minutes(longest, 1))
    .map(([from, length]) => ({ start: from * MINUTE, end: (from + length) * MINUTE }));
const spans = (longest: number, maxLength: number) => fc.array(anySpan(longest), { maxLength });
const anyOpening = fc.record({
  dayOffset: minutes(2),
  fromMinute: minutes(1439),
  minutes: minutes(480, 5),
  placeId: fc.constantFrom(...places),
  ways: fc.subarray([...meetingWays], { minLength: 1 }),
  placeClosed: spans(300, 1),
});
const anyOfficer = fc.record({
  openings: fc.array(anyOpening, { maxLength: 4 }),
  closed: spans(300, 2),
  busy: spans(120, 6),
});
const anyRoom = fc.record({
  placeId: fc.constantFrom('house', 'barn'),
  closed: spans(300, 1),
  busy: spans(300, 4),
});

const anyWorld = anyOddDay.chain((day) => {
  const first = addDays(day, -1);
  const base = startInSweden(first).getTime();
  const moved = ({ start, end }: Interval) => ({ start: base + start, end: base + end });
  return fc.record({
    type: anyType,
    officers: fc.array(anyOfficer, { maxLength: 3 }).map((all) =>
      all.map(
        ({ openings, closed, busy }, i): OfficerCalendar => ({
          officerId: `officer-${i}`,
          openings: openings.flatMap(
            ({ dayOffset, fromMinute, minutes: length, placeId, ways, placeClosed }) => {
              const on = addDays(first, dayOffset);
              return periodsOf({ startsOn: on, fromMinute, minutes: length, rule: null }, on, on).map(
                (period) => ({
                  ...period,
                  placeId,
                  ways,
                  placeClosed: placeClosed.map(moved),
                }),
              );
            },
          ),
          closed: closed.map(moved),
          busy: busy.map(moved),
        }),
      ),
    ),
    rooms: fc.array(anyRoom, { maxLength: 3 }).map((all) =>
      all.map(
        ({ placeId, closed, busy }, i): RoomCalendar => ({
          roomId: `room-${i}`,
          placeId,
          closed: closed.map(moved),
          busy: busy.map(moved),
        }),
      ),
    ),
    wanted: fc
      .record({
        way: fc.constantFrom(...meetingWays),
        placeId: fc.constantFrom('house', undefined),
        officerId: fc.constantFrom('officer-0', undefined, undefined),
      })
      .map(({ way, placeId, officerId }) => ({
        way,
        ...(placeId && { placeId }),
        ...(officerId && { officerId }),
      })),
    window: anySpan(3 * 1440).map(moved),
    now: minutes(2 * 1440).map((minute) => base + minute * MINUTE),
  });
});
type World = typeof anyWorld extends fc.Arbitrary<infer T> ? T : never;

function naive({ type: times, officers, rooms, wanted, window, now }: World): FreeTime[] {
  const { way } = wanted;
  const travel = way === 'home' ? times.travelMinutes : 0;
  const found: FreeTime[] = [];
  const tooFar = startInSweden(addDays(dateInSweden(new Date(now)), times.aheadDays + 1)).getTime();
  for (let start = window.start; start < window.end; start += MINUTE) {
    const meeting = { start, end: start + times.minutes * MINUTE };
    const taking = {
      start: start - (times.beforeMinutes + travel) * MINUTE,
      end: meeting.end + (times.afterMinutes + travel) * MINUTE,
    };
    if (start < now + times.noticeMinutes * MINUTE || start >= tooFar) continue;
    const isClear = (closed: readonly Interval[], busy: readonly Interval[]) =>
      !closed.some((one) => overlap(one, meeting)) && !busy.some((one) => overlap(one, taking));
    for (const placeId of way === 'visit' ? ['barn', 'house'] : [null]) {
      if (placeId !== null && wanted.placeId !== undefined && placeId !== wanted.placeId) continue;
      const officerIds = officers
        .filter(
          ({ officerId, openings, closed, busy }) =>
            (wanted.officerId ?? officerId) === officerId &&
            isClear(closed, busy) &&
            openings.some(
              (opening) =>
                opening.ways.includes(way) &&
                (placeId === null ||
                  (opening.placeId === placeId &&
                    !opening.placeClosed.some((one) => overlap(one, meeting)))) &&
                opening.start <= meeting.start &&
                meeting.end <= opening.end &&
                (meeting.start - opening.start) % (times.stepMinutes * MINUTE) === 0,
            ),
        )
        .map(({ officerId }) => officerId);
      const needsRoom = times.needsRoom && way === 'visit';
      const roomIds = needsRoom
        ? rooms
            .filter((one) => one.placeId === placeId && isClear(one.closed, one.busy))
            .map(({ roomId }) => roomId)
        : [];
      if (officerIds.length > 0 && (!needsRoom || roomIds.length > 0)) {
        found.push({ startsAt: meeting.start, endsAt: meeting.end, placeId, officerIds, roomIds });
      }
    }
  }
  return found;
}

it('openings − exceptions − what is taken − buffers are what is offered, always', { timeout: 30_000 }, () => {
  let offered = 0;
  fc.assert(
    fc.property(anyWorld, (world) => {
      const { type: times, officers, rooms, wanted, window, now } = world;
      const found = freeTimes(times, officers, rooms, wanted, window, now);
      offered += found.length;
      expect(found).toEqual(naive(world));
      const one = freeTimes(times, officers, rooms, { ...wanted, isOneEnough: true }, window, now);
      expect(one).toEqual(
        found.map((time) => ({
          ...time,
          officerIds: time.officerIds.slice(0, 1),
          roomIds: time.roomIds.slice(0, 1),
        })),
      );
    }),
    { numRuns: 300 },
  );
  // Worlds in which nothing is ever free would prove nothing.
  expect(offered).toBeGreaterThan(100);
});
