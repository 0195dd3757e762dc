import { describe, expect, it } from 'vitest';
import {
  birthDate,
  formatNationalId,
  holdsNationalId,
  type NationalId,
  parseNationalId,
} from './national-id';

const now = new Date('2026-11-22T12:00:00Z');

describe('national ids', () => {
  it('reads the ways people write them', () => {
    for (const text of [
      '194207099146',
      '19420709-9146',
      '420709-9146',
      '4207099146',
      ' 19420709 9146 ',
      '420709–9146',
    ]) {
      expect(parseNationalId(text, now), text).toBe('194207099146');
    }
  });

  it('refuses what is no number', () => {
    for (const text of [
      '',
      'astrid',
      '194207099147',
      '19420229-9146',
      '150916-0006',
      '20991231-2390',
      '1942070991460',
    ]) {
      expect(parseNationalId(text, now), text).toBeNull();
    }
  });

  it('reads over a hundred years by the plus sign', () => {
    expect(parseNationalId('200417+9061', now)).toBe('192004179061');
    // Born in 1890: a number once right, of nobody alive.
    expect(parseNationalId('901117+9802', now)).toBeNull();
  });

  it('finds one inside another text, however it is written', () => {
    for (const text of [
      '194207099146',
      'SABO-19420709-9146',
      'RF_4207099146.2',
      'dnr 420709-9146',
      'x200417+9061',
      '195910671234 19420709-9146',
    ]) {
      expect(holdsNationalId(text, now), text).toBe(true);
    }
  });

  it('finds none in other numbers, nor by chance in a UUID', () => {
    for (const text of [
      'SABO-2026-0042',
      '19420709-9147',
      '420729-91466',
      '1194207099146',
      '20991231-2390',
      '00000000-9146-4207-8000-4207099146ab',
    ]) {
      expect(holdsNationalId(text, now), text).toBe(false);
    }
    expect(holdsNationalId('00000000-9146-4207-8000-4207099146ab-420709-9146', now)).toBe(true);
  });

  it('tells the birth date, of coordination numbers too', () => {
    expect(birthDate('194207099146' as NationalId)).toBe('1942-07-09');
    expect(birthDate('194207699146' as NationalId)).toBe('1942-07-09');
    expect(formatNationalId('194207099146' as NationalId)).toBe('19420709-9146');
  });
});
