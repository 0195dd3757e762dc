import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { caseFilters, readFilter, readPlace, writePlace } from './case-list';

describe('the address of a part of the list', () => {
  it('leads to each filter, and to all cases by anything else', () => {
    for (const filter of caseFilters) expect(readFilter(filter)).toBe(filter);
    for (const other of [undefined, '', 'ALL', ['ended', 'ended'], 'x'])
      expect(readFilter(other)).toBe('all');
  });

  it('leads back to the same place, to the millisecond', () => {
    const place = { at: new Date('2026-11-23T02:33:13.127Z'), id: newId() };
    expect(readPlace(writePlace(place))).toEqual(place);
  });

  it.each([
    undefined,
    '',
    '1',
    `_${newId()}`,
    `999999999999999999_${newId()}`,
    `999999999999999_${newId()}`,
    '1_not-an-id-not-an-id-not-an-id-not-an',
    [`1_${newId()}`],
    `1_${newId()}'; drop table cases`,
  ])('that is none leads to the beginning: %s', (text) => {
    expect(readPlace(text)).toBeNull();
  });
});
