import { describe, expect, it } from 'vitest';
import { outcomeGroup } from './outcome';

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
