import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';

// Settings are read once per process; each test loads the module afresh with keys of its own.
async function withKeys(dataKeys: string) {
  vi.resetModules();
  vi.doMock('./env', () => ({
    env: () => ({
      DATA_KEYS: dataKeys.split(',').map((pair) => {
        const [id, value] = pair.split(/:(.*)/s);
        return { id, bytes: Buffer.from(value ?? '', 'base64') };
      }),
      LOOKUP_KEY: Buffer.alloc(32, 7).toString('base64'),
    }),
  }));
  return import('./crypto');
}

const key = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;

describe('sealing', () => {
  beforeEach(() => vi.resetModules());

  it('opens what it sealed, whatever the bytes', async () => {
    const { open, seal } = await withKeys(key('a'));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), fc.string(), (bytes, context) => {
        expect(new Uint8Array(open(seal(bytes, context), context))).toEqual(bytes);
      }),
    );
  });

  it('never gives the same bytes twice and never holds the text', async () => {
    const { seal } = await withKeys(key('a'));
    const one = Buffer.from(seal('Astrid Lindqvist', 'c'));
    expect(one.equals(Buffer.from(seal('Astrid Lindqvist', 'c')))).toBe(false);
    expect(one.includes('Astrid')).toBe(false);
  });

  it('does not open in another place, changed, or with another key', async () => {
    const first = key('a');
    const { open, seal } = await withKeys(first);
    const sealed = seal('secret', 'person:granvik:1');
    expect(() => open(sealed, 'person:ekhamn:1')).toThrow();
    const changed = Uint8Array.from(sealed);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(() => open(changed, 'person:granvik:1')).toThrow();
    const other = await withKeys(key('a'));
    expect(() => other.open(sealed, 'person:granvik:1')).toThrow();
    const unknown = await withKeys(key('b'));
    expect(() => unknown.open(sealed, 'person:granvik:1')).toThrow('not configured');
  });

  it('lets keys be rotated: the first seals, all open', async () => {
    const old = key('old');
    const before = await withKeys(old);
    const sealed = before.seal('kept', 'c');
    const after = await withKeys(`${key('new')},${old}`);
    expect(after.openText(sealed, 'c')).toBe('kept');
    expect(Buffer.from(after.seal('x', 'c')).subarray(2, 5).toString()).toBe('new');
  });

  it('looks up the same value alike, per context', async () => {
    const { lookupHash } = await withKeys(key('a'));
    expect(lookupHash('194207099146', 'granvik')).toEqual(lookupHash('194207099146', 'granvik'));
    expect(lookupHash('194207099146', 'granvik')).not.toEqual(lookupHash('194207099146', 'ekhamn'));
  });
});
