import { describe, expect, it } from 'vitest';
import { cursorOf, positionOf } from './change';

describe('a cursor', () => {
  it('is read as it was made', () => {
    for (const position of [0n, 1n, 999_999_999_999n]) expect(positionOf(cursorOf(position))).toBe(position);
  });

  it('that is none of ours is none', () => {
    for (const text of ['', '1', 'MQ', '2:1', Buffer.from('1:-1').toString('base64url'), 'MTowMQ', '💥'])
      expect(positionOf(text)).toBeNull();
  });
});
