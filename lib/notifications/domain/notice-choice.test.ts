import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Channel, channels } from './channels';
import { isTooLate, placeOf } from './notice';
import { defaultWays, neverOff, quietHoursOf, readChoice, waysFrom, waysOf } from './notice-choice';
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
