import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json';

describe('canonical JSON', () => {
  it('sorts members as RFC 8785 does, by UTF-16 code units', () => {
    // The example of RFC 8785, section 3.2.3.
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(
      Object.values(
        JSON.parse(
          `[${canonicalJson(value)
            .slice(1, -1)
            .replace(/"[^"]*":/g, '')}]`,
        ),
      ),
    ).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it('is the same for the same document, however its members are ordered', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const shuffled = JSON.parse(JSON.stringify(value), (_, node) =>
          node && typeof node === 'object' && !Array.isArray(node)
            ? Object.fromEntries(Object.entries(node).reverse())
            : node,
        );
        expect(canonicalJson(shuffled)).toBe(canonicalJson(JSON.parse(JSON.stringify(value))));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('leaves out members without a value', () => {
    expect(canonicalJson({ b: undefined, a: [1, null, true] })).toBe('{"a":[1,null,true]}');
  });

  it('has a moment as JSON has it, so that two differ', () => {
    expect(canonicalJson({ at: new Date('2026-03-29T01:00:00Z') })).toBe('{"at":"2026-03-29T01:00:00.000Z"}');
  });

  it.each([[Number.NaN], ['\ud800'], [() => 1], [10n]])('refuses what has no form: %s', (value) => {
    expect(() => canonicalJson(value)).toThrow();
  });
});
