import { describe, expect, it } from 'vitest';
import { outcomeOf } from './version';

const one = new Uint8Array([1]);
const two = new Uint8Array([2]);

describe('what becomes of what a system tells', () => {
  it.each([
    ['nothing known', null, { version: 0n, hash: one }, 'kept'],
    ['newer', { version: 1n, hash: one }, { version: 2n, hash: one }, 'kept'],
    ['older', { version: 2n, hash: one }, { version: 1n, hash: two }, 'older'],
    ['the same', { version: 2n, hash: one }, { version: 2n, hash: one }, 'same'],
    ['another under the same number', { version: 2n, hash: one }, { version: 2n, hash: two }, 'differs'],
  ] as const)('%s', (_, known, told, outcome) => {
    expect(outcomeOf(known, told)).toBe(outcome);
  });
});
