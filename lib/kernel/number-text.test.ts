import { expect, it } from 'vitest';
import { numberText } from './number-text';

it.each([
  ['sv', '12\u00a0045'],
  ['en', '12,045'],
  ['fi', '12\u00a0045'],
  ['ar', '12,045'],
] as const)('a number is written as people do: %s', (lang, written) => {
  expect(numberText(12_045, lang)).toBe(written);
  expect(numberText(7, lang)).toBe('7');
});
