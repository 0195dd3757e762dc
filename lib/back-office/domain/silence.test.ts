import { describe, expect, it } from 'vitest';
import { silentSince } from './silence';

const rule = { minutes: 60, tells: 5, systems: { nightly: { minutes: 1_500 } } };
const heardAt = new Date('2026-11-23T02:00:00Z');
const after = (minutes: number) => new Date(heardAt.getTime() + minutes * 60_000);
const contact = { clientId: 'usual', heardAt, toldInVain: 0 };

describe('a source is silent', () => {
  it('when it has not been heard from for longer than the rule says, since it was', () => {
    expect(silentSince(contact, rule, after(60))).toBeNull();
    expect(silentSince(contact, rule, after(60.1))).toEqual(heardAt);
  });

  it('by its own time, where it has one', () => {
    const nightly = { ...contact, clientId: 'nightly' };
    expect(silentSince(nightly, rule, after(1_500))).toBeNull();
    expect(silentSince(nightly, rule, after(1_501))).toEqual(heardAt);
  });

  it('as soon as it has been told in vain so often', () => {
    expect(silentSince({ ...contact, toldInVain: 4 }, rule, after(2))).toBeNull();
    expect(silentSince({ ...contact, toldInVain: 5 }, rule, after(2))).toEqual(heardAt);
  });
});
