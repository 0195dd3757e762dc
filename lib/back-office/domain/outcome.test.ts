import { describe, expect, it } from 'vitest';
import { isAway, outcomeGroup } from './outcome';

describe('what came of a try', () => {
  it('is grouped by what is to be done about it', () => {
    const codes = {
      heard: 'heard',
      unreachable: 'unreachable',
      'refused-500': 'refused-5',
      'refused-503': 'refused-5',
      'refused-429': 'refused-often',
      'refused-401': 'refused-rights',
      'refused-403': 'refused-rights',
      'refused-404': 'refused-gone',
      'refused-410': 'refused-gone',
      'refused-422': 'refused-4',
      'refused-302': 'redirected',
      'never-fetched': 'never-fetched',
    };
    for (const [code, group] of Object.entries(codes))
      expect([code, outcomeGroup(code)]).toEqual([code, group]);
  });

  it('is never without words', () => {
    for (const code of ['', 'refused', 'refused-x', 'disk-full']) expect(outcomeGroup(code)).toBe('other');
  });
});

describe('a system that is away', () => {
  it('is one where the next delivery would fare no better', () => {
    const away = [
      'unreachable',
      'timeout',
      'refused-500',
      'refused-503',
      'refused-401',
      'refused-404',
      'refused-408',
      'refused-429',
      'disk-full',
    ];
    expect(away.filter((code) => !isAway(code))).toEqual([]);
    expect(['heard', 'refused-400', 'refused-409', 'refused-422', 'not-understood'].filter(isAway)).toEqual(
      [],
    );
  });
});
