import { expect, it } from 'vitest';
import { wayToPick } from './way-to-pick';

it('is the one asked for while it can be had, the only one, or hers to choose', () => {
  expect(wayToPick(['visit', 'phone'], 'phone')).toBe('phone');
  expect(wayToPick(['visit', 'phone'], undefined)).toBeUndefined();
  // She has booked by video, which the type has no more.
  expect(wayToPick(['visit', 'phone'], 'video')).toBeUndefined();
  expect(wayToPick(['phone'], 'video')).toBe('phone');
});
