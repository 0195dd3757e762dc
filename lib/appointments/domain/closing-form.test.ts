import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '@/lib/kernel/calendar-date';
import { wallInstant } from '@/lib/kernel/wall-time';
import { anyOddDay, startInSweden } from '@/lib/testing/any-day';
import { readClosed } from './closing-form';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const day = calendarDate('2026-11-24');
const noon = new Date(wallInstant(day, 720));
const spring = calendarDate('2027-03-28');
const autumn = calendarDate('2027-10-31');
const part = (fromTime: string, toTime: string, from: string = spring, to = '') =>
  readClosed({ from, to, fromTime, toTime }, noon);

describe('what is to be closed', () => {
  it('is whole days as one, or a part of each', () => {
    const to = addDays(day, 2);
    expect(readClosed({ from: day, to }, noon)).toEqual({
      spans: [{ start: wallInstant(day, 0), end: wallInstant(addDays(day, 3), 0) }],
      problems: {},
    });
    const first = addDays(day, 1);
    expect(part('10', '12.30', first, to)).toEqual({
      spans: [first, to].map((one) => ({ start: wallInstant(one, 600), end: wallInstant(one, 750) })),
      problems: {},
    });
  });

  it.each([
    ['', '12', { fromTime: 'hours:part.both' }],
    ['10', ' ', { toTime: 'hours:part.both' }],
    ['tio', '12', { fromTime: 'hours:opening.time-wrong' }],
    ['10', '25:00', { toTime: 'hours:opening.time-wrong' }],
    ['12', '10', { toTime: 'hours:part.order' }],
    ['10', '10:00', { toTime: 'hours:part.order' }],
  ])('from "%s" to "%s" is said to be wrong, by its field', (fromTime, toTime, problems) => {
    expect(part(fromTime, toTime)).toEqual({ spans: [], problems });
  });

  it('says all that is wrong at once, and of days only what was typed', () => {
    expect(part('12', '10', '')).toEqual({
      spans: [],
      problems: { from: 'hours:opening.date-wrong', toTime: 'hours:part.order' },
    });
    expect(part('', '', addDays(day, 1), day).problems).toEqual({ to: 'hours:opening.until-wrong' });
    expect(part('', '', addDays(day, -1)).problems).toEqual({ from: 'hours:opening.past' });
    expect(part('', '', addDays(day, -3), addDays(day, -1)).problems).toEqual({ to: 'hours:opening.past' });
  });

  it('has nothing that is over: a part that is going on stands, with those to come', () => {
    expect(part('10', '12', day).problems).toEqual({ toTime: 'hours:part.past' });
    expect(part('10', '12:01', day).spans).toHaveLength(1);
    expect(part('10', '12', addDays(day, -1), addDays(day, 1)).spans).toEqual([
      { start: wallInstant(addDays(day, 1), 600), end: wallInstant(addDays(day, 1), 720) },
    ]);
  });

  it('is a month of parts at the most', () => {
    expect(part('10', '12', spring, addDays(spring, 30)).spans).toHaveLength(31);
    expect(part('10', '12', spring, addDays(spring, 31)).problems).toEqual({ to: 'hours:part.too-many' });
    expect(part('', '', spring, addDays(spring, 300)).spans).toHaveLength(1);
  });

  it('lasts as long as the clock says when it is moved, and what it skips is none', () => {
    const hours = (from: string, fromTime: string, toTime: string, to = '') =>
      part(fromTime, toTime, from, to).spans.map(({ start, end }) => (end - start) / HOUR);
    expect(hours(spring, '01', '04')).toEqual([2]);
    expect(hours(autumn, '01', '04')).toEqual([4]);
    expect(hours(addDays(spring, -1), '02', '03', addDays(spring, 1))).toEqual([1, 1]);
    expect(part('02', '03').problems).toEqual({ fromTime: 'hours:part.skipped' });
  });
});

/* Against an oracle that looks at the clock on the wall at each quarter of the days. */

const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', timeStyle: 'short' });

it('closes the quarters that the clock on the wall says, and no others', () => {
  fc.assert(
    fc.property(anyOddDay, fc.nat(2), fc.nat(95), fc.nat(94), (from, more, quarter, length) => {
      const to = addDays(from, more);
      const text = (minute: number) =>
        `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      const [fromTime, toTime] = [text(quarter * 15), text(Math.min((quarter + 1 + length) * 15, 1439))];
      // The hour that is skipped, and the one that comes twice, are read as openings are: examples above say how.
      const isInNight = (time: string) => '02:00' < time && time < '03:00';
      fc.pre(!isInNight(fromTime) && !isInNight(toTime));
      const at = startInSweden(addDays(from, -1));
      const { spans } = readClosed({ from, to, fromTime, toTime }, at);
      const [start, end] = [from, addDays(to, 1)].map((one) => startInSweden(one).getTime());
      for (let minute = start ?? 0; minute < (end ?? 0); minute += 15 * MINUTE) {
        const shown = wall.format(minute);
        const isClosed = spans.some((one) => one.start <= minute && minute < one.end);
        expect(`${shown} ${isClosed}`).toBe(`${shown} ${fromTime <= shown && shown < toTime}`);
      }
    }),
    { numRuns: 60 },
  );
});
