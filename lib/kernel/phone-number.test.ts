import { expect, it } from 'vitest';
import { internationalNumber } from './phone-number';

it.each([
  ['070-123 45 67', '+46701234567'],
  ['+46 (0)70 123 45 67', '+46701234567'],
  ['0046701234567', '+46701234567'],
  ['(070) 123 45 67', '+46701234567'],
  ['+358 40 1234567', '+358401234567'],
  ['+46', null],
  ['701234567', null],
  ['070-123 45 67 890 12 34 56', null],
  ['+0701234567', null],
])('%s is %s', (typed, number) => {
  expect(internationalNumber(typed)).toBe(number);
});
