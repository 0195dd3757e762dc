import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText, parseDecimal, rounded } from './decimal';

describe('a number as people write it', () => {
  it.each([
    ['0', 0, 0],
    ['-0', 0, 0],
    ['12', 0, 12],
    ['1 250,50', 2, 1250.5],
    ['1\u00a0250.5', 2, 1250.5],
    ['١٢٫٥', 1, 12.5],
    ['−3', 0, -3],
  ])('%j is read', (text, decimals, expected) => {
    expect(parseDecimal(text, decimals)).toBe(expected);
  });

  it.each([
    ['', 2],
    ['tolv', 2],
    ['1,5', 0],
    ['1,234', 2],
    ['1.250,50', 2],
    ['1e3', 2],
    ['Infinity', 2],
    ['9999999999999', 0],
    ['5 kr', 2],
  ])('%j is not', (text, decimals) => {
    expect(parseDecimal(text, decimals)).toBeNull();
  });

  it('is read back from how it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 11), max: 10 ** 11 }), (ore) => {
        const value = rounded(ore / 100);
        expect(parseDecimal(decimalText(value), 2)).toBe(value);
        expect(parseDecimal(decimalText(value, { money: true, decimalSign: '.' }), 2)).toBe(value);
      }),
    );
  });

  it('is shown as in Swedish print', () => {
    expect(decimalText(1234)).toBe('1234');
    expect(decimalText(12345.5)).toBe('12\u00a0345,5');
    expect(decimalText(12345.5, { money: true })).toBe('12\u00a0345,50');
    expect(decimalText(-7)).toBe('−7');
  });
});

it('sums come without the tails of binary fractions', () => {
  expect(rounded(0.1 + 0.2)).toBe(0.3);
  expect(rounded(1.005)).toBe(1.01);
  expect(rounded(-0.001)).toBe(0);
});
