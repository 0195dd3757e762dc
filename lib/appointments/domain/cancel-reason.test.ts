import { expect, it } from 'vitest';
import { isReasonTooLong } from './cancel-reason';

it('a reason for cancelling may be 500 characters, however its lines end and whatever surrounds it', () => {
  const longest = `${'å'.repeat(249)}\r\n${'ö'.repeat(250)}`;
  expect(isReasonTooLong(`  ${longest}\r\n`)).toBe(false);
  expect(isReasonTooLong(`${longest}!`)).toBe(true);
  expect(isReasonTooLong(null)).toBe(false);
});
