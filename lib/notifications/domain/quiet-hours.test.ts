import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuiet, type QuietHours, quietUntil } from './quiet-hours';

const night: QuietHours = { from: 21, to: 7 };

describe('quiet hours', () => {
  it.each([
    ['an ordinary night', '2026-11-24T22:00:00+01:00', '2026-11-25T07:00:00+01:00'],
    ['from the first minute', '2026-11-24T21:00:00+01:00', '2026-11-25T07:00:00+01:00'],
    ['to the last second', '2026-11-25T06:59:59+01:00', '2026-11-25T07:00:00+01:00'],
    ['the short night when summer time begins', '2026-03-28T23:30:00+01:00', '2026-03-29T07:00:00+02:00'],
    ['after the hour that never was', '2026-03-29T03:10:00+02:00', '2026-03-29T07:00:00+02:00'],
    ['the long night when it ends', '2026-10-24T23:30:00+02:00', '2026-10-25T07:00:00+01:00'],
    ['in the hour that comes twice', '2026-10-25T02:30:00+01:00', '2026-10-25T07:00:00+01:00'],
    ['the turn of the year', '2026-12-31T23:59:00+01:00', '2027-01-01T07:00:00+01:00'],
  ])('hold %s', (_, at, until) => {
    expect(quietUntil(night, new Date(at))).toEqual(new Date(until));
  });

  it.each(['2026-11-24T20:59:59+01:00', '2026-11-25T07:00:00+01:00', '2026-06-21T12:00:00+02:00'])(
    'do not hold %s',
    (at) => {
      expect(quietUntil(night, new Date(at))).toBeNull();
    },
  );

  it('may lie within a day, and end at an hour that is left out, or not until the day after that', () => {
    expect(quietUntil({ from: 12, to: 14 }, new Date('2026-07-01T12:30:00+02:00'))).toEqual(
      new Date('2026-07-01T14:00:00+02:00'),
    );
    expect(quietUntil({ from: 3, to: 2 }, new Date('2026-03-28T20:00:00+01:00'))).toEqual(
      new Date('2026-03-30T02:00:00+02:00'),
    );
    expect(quietUntil({ from: 22, to: 2 }, new Date('2026-03-29T01:59:00+01:00'))).toEqual(
      new Date('2026-03-29T03:00:00+02:00'),
    );
  });

  // Around the days on which the clock is moved; minute by minute, as somebody who looks at the clock would do it.
  const around = (day: string) => fc.integer({ min: -36 * 60, max: 36 * 60 }).map((m) => atMinute(day, m));
  const atMinute = (day: string, minutes: number) => new Date(Date.parse(day) + minutes * 60_000);
  const hour = fc.integer({ min: 0, max: 23 });
  const quiet = fc.tuple(hour, hour).filter(([from, to]) => from !== to);

  it.each(['2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z', '2027-03-28T01:00:00Z', '2026-11-24T12:00:00Z'])(
    'end at the first minute that isn’t quiet, around %s',
    (day) => {
      fc.assert(
        fc.property(around(day), quiet, (at, [from, to]) => {
          const hours = { from, to };
          const until = quietUntil(hours, at);
          expect(until !== null).toBe(isQuiet(hours, at));
          if (!until) return;
          let looked = at;
          while (isQuiet(hours, looked)) looked = new Date(looked.getTime() + 60_000);
          expect(until).toEqual(looked);
        }),
        { numRuns: 60 },
      );
    },
  );
});
