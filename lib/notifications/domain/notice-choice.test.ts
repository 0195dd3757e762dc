import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Channel, channels } from './channels';
import { isTooLate, placeOf } from './notice';
import {
  type Choice,
  defaultWays,
  dueAt,
  heldUntil,
  neverOff,
  quietHoursOf,
  readChoice,
  waysFrom,
  waysOf,
} from './notice-choice';
import { noticeKinds } from './notice-table';

const anyChannels = fc.subarray([...channels]);
const anyWays = fc
  .tuple(...noticeKinds.map(() => anyChannels))
  .map((chosen) => waysFrom(Object.fromEntries(noticeKinds.map((kind, at) => [kind, chosen[at]]))));

describe('how she is told', () => {
  it('is never by a way she lacks, and never at all where her identity is protected', () => {
    fc.assert(
      fc.property(fc.constantFrom(...noticeKinds), anyWays, anyChannels, (kind, ways, has) => {
        expect(waysOf(kind, ways, { protectedIdentity: true, has })).toEqual({ drop: 'protected-identity' });
        const told = waysOf(kind, ways, { protectedIdentity: false, has });
        if ('channels' in told) {
          expect(told.channels.length).toBeGreaterThan(0);
          for (const channel of told.channels) expect(has).toContain(channel);
        } else if (neverOff.has(kind)) expect(has).toEqual([]);
      }),
    );
  });

  it('is by the ways she chose and no other, as long as one of them leads to her', () => {
    fc.assert(
      fc.property(fc.constantFrom(...noticeKinds), anyWays, anyChannels, (kind, ways, has) => {
        const usable = ways[kind].filter((channel) => has.includes(channel));
        fc.pre(usable.length > 0);
        expect(waysOf(kind, ways, { protectedIdentity: false, has })).toEqual({ channels: usable });
      }),
    );
  });

  it('says why she isn’t: she doesn’t want it, or can’t be reached', () => {
    const nothing = waysFrom(Object.fromEntries(noticeKinds.map((kind) => [kind, []])));
    const reachable = { protectedIdentity: false, has: ['sms'] as Channel[] };
    expect(waysOf('progress', nothing, reachable)).toEqual({ drop: 'not-wanted' });
    expect(waysOf('progress', defaultWays, reachable)).toEqual({ drop: 'no-address' });
    expect(waysOf('decision', nothing, reachable)).toEqual({ channels: ['sms'] });
    expect(waysOf('decision', defaultWays, { ...reachable, has: [] })).toEqual({ drop: 'no-address' });
  });

  it('is as for everybody for kinds that came after she chose, and leaves out channels that are no more', () => {
    expect(waysFrom({ asked: ['sms', 'fax'] })).toEqual({ ...defaultWays, asked: ['sms'] });
    expect(waysFrom(null)).toEqual(defaultWays);
    expect(waysFrom('x')).toEqual(defaultWays);
  });
});

describe('a choice', () => {
  const typed = {
    ways: { asked: ['email'], decision: ['email', 'sms'] },
    quiet: 'municipality',
    quietFrom: '',
    quietTo: '',
  };

  it('is taken as it stands: what isn’t ticked is off', () => {
    expect(readChoice(typed)).toEqual({
      ok: true,
      ways: { ...waysFrom(Object.fromEntries(noticeKinds.map((kind) => [kind, []]))), ...typed.ways },
      quiet: { quiet: 'municipality' },
    });
  });

  it('leaves a way open for what can’t be turned off', () => {
    expect(readChoice({ ...typed, ways: { message: ['email'], decision: ['fax'] } })).toEqual({
      ok: false,
      fields: {
        asked: 'settings:notices.errors.some-way',
        decision: 'settings:notices.errors.some-way',
      },
    });
  });

  it.each([
    ['own', '22', '6', { quiet: 'own', from: 22, to: 6 }],
    ['none', '', '', { quiet: 'none' }],
  ])('of quiet hours: %s', (quiet, quietFrom, quietTo, expected) => {
    expect(readChoice({ ...typed, quiet, quietFrom, quietTo })).toMatchObject({ ok: true, quiet: expected });
  });

  it.each([
    ['own', '22', '22', 'quiet-to'],
    ['own', '24', '6', 'quiet'],
    ['own', 'x', '6', 'quiet'],
    ['always', '1', '2', 'quiet'],
  ])('of quiet hours that can’t be: %s %s %s', (quiet, quietFrom, quietTo, field) => {
    const read = readChoice({ ...typed, quiet, quietFrom, quietTo });
    expect(read.ok ? [] : Object.keys(read.fields)).toEqual([field]);
  });

  it('of quiet hours goes before the municipality’s', () => {
    const municipality = { from: 21, to: 7 };
    expect(quietHoursOf({ quiet: 'municipality' }, municipality)).toEqual(municipality);
    expect(quietHoursOf({ quiet: 'none' }, municipality)).toBeNull();
    expect(quietHoursOf({ quiet: 'own', from: 1, to: 2 }, municipality)).toEqual({ from: 1, to: 2 });
    expect(quietHoursOf({ quiet: 'municipality' }, null)).toBeNull();
  });
});

describe('when a message goes', () => {
  const hour = fc.integer({ min: 0, max: 23 });
  const hours = fc.record({ from: hour, to: hour }).filter(({ from, to }) => from !== to);
  const choice: fc.Arbitrary<Choice> = fc.record({
    ways: fc.constant(defaultWays),
    quiet: fc.oneof(
      fc.constantFrom({ quiet: 'municipality' as const }, { quiet: 'none' as const }),
      hours.map((own) => ({ quiet: 'own' as const, ...own })),
    ),
    municipality: fc.option(hours.map((own) => ({ ...own, channels: ['sms'] }))),
  });
  // Three days around each time the clock is moved, and an ordinary day.
  const begun = fc
    .tuple(
      fc.constantFrom('2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z', '2026-06-21T12:00:00Z'),
      fc.integer({ min: -36 * 3600, max: 36 * 3600 }),
    )
    .map(([day, seconds]) => new Date(Date.parse(day) + seconds * 1000));
  const gather = fc.integer({ min: 0, max: 3600 });

  it('is judged by when it is gathered, not by when it began', () => {
    const her: Choice = {
      ways: defaultWays,
      quiet: { quiet: 'municipality' },
      municipality: { from: 21, to: 7, channels: ['sms'] },
    };
    const [evening, morning] = [new Date('2026-11-24T20:59:30+01:00'), new Date('2026-11-25T06:59:30+01:00')];
    expect(dueAt(her, 'sms', evening, { gatherSeconds: 60 })).toEqual(new Date('2026-11-25T07:00:00+01:00'));
    expect(dueAt(her, 'sms', morning, { gatherSeconds: 60 })).toEqual(new Date('2026-11-25T07:00:30+01:00'));
    expect(dueAt(her, 'email', evening, { gatherSeconds: 60 })).toEqual(
      new Date('2026-11-24T21:00:30+01:00'),
    );
  });

  it('is before what it tells of, where quiet hours would last past that', () => {
    const her: Choice = {
      ways: defaultWays,
      quiet: { quiet: 'own', from: 21, to: 10 },
      municipality: null,
    };
    const [night, meeting, later] = ['04:00', '09:00', '10:01'].map(
      (time) => new Date(`2026-11-25T${time}:00+01:00`),
    ) as [Date, Date, Date];
    expect(heldUntil(her, 'sms', night, meeting)).toBeNull();
    expect(dueAt(her, 'sms', night, { gatherSeconds: 60, last: meeting })).toEqual(
      new Date('2026-11-25T04:01:00+01:00'),
    );
    // One that it can wait for, it waits for.
    expect(dueAt(her, 'sms', night, { gatherSeconds: 60, last: later })).toEqual(
      new Date('2026-11-25T10:00:00+01:00'),
    );
  });

  it('is never while it is held, never before it is gathered, and within two days of that', () => {
    fc.assert(
      fc.property(choice, fc.constantFrom(...channels), begun, gather, (her, channel, at, seconds) => {
        const due = dueAt(her, channel, at, { gatherSeconds: seconds });
        const waited = due.getTime() - at.getTime() - seconds * 1000;
        expect(heldUntil(her, channel, due)).toBeNull();
        expect(waited).toBeGreaterThanOrEqual(0);
        expect(waited).toBeLessThanOrEqual(48 * 3_600_000);
        if (her.quiet.quiet === 'none' || channel === 'email') expect(waited).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same for all that happens in one night', () => {
    fc.assert(
      fc.property(
        choice,
        begun,
        gather,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (her, at, seconds, part) => {
          const due = dueAt(her, 'sms', at, { gatherSeconds: seconds });
          const gathered = at.getTime() + seconds * 1000;
          const later = new Date(gathered + Math.floor((due.getTime() - gathered - 1) * part));
          fc.pre(due.getTime() > gathered);
          expect(dueAt(her, 'sms', later, { gatherSeconds: 0 })).toEqual(due);
        },
      ),
    );
  });
});

describe('a message', () => {
  it('leads to its page, and to the overview where it is about several', () => {
    expect(placeOf(['/cases/1'])).toBe('/cases/1');
    expect(placeOf(['/cases/1', '/cases/1'])).toBe('/cases/1');
    expect(placeOf(['/cases/1', '/cases/2'])).toBe('/overview');
    expect(placeOf([])).toBe('/overview');
  });

  it('is too late when its time has passed, to the second', () => {
    const happened = new Date('2026-11-24T12:00:00Z');
    const after = (seconds: number) => new Date(happened.getTime() + seconds * 1000);
    expect(isTooLate(happened, after(72 * 3600), 72)).toBe(false);
    expect(isTooLate(happened, after(72 * 3600 + 1), 72)).toBe(true);
  });
});
