import { describe, expect, it } from 'vitest';
import { byDay, countByDay, dayPart } from './day-parts';

const at = (iso: string) => ({ startsAt: new Date(iso) });

describe('times by day', () => {
  it('lie on the Swedish day and in the part of it that the wall clock says, in summer and in winter', () => {
    expect(dayPart(new Date('2026-07-01T09:59:00Z'))).toBe('morning');
    expect(dayPart(new Date('2026-07-01T10:00:00Z'))).toBe('afternoon');
    expect(dayPart(new Date('2026-11-24T10:59:00Z'))).toBe('morning');
    expect(dayPart(new Date('2026-11-24T11:00:00Z'))).toBe('afternoon');
    expect(dayPart(new Date('2026-11-24T16:00:00Z'))).toBe('evening');
  });

  it('keep their order, and leave out the parts with none', () => {
    const [late, night, noon] = [
      at('2026-11-24T17:00:00Z'),
      at('2026-11-24T23:30:00Z'),
      at('2026-11-25T11:00:00Z'),
    ];
    expect(byDay([late, night, noon])).toEqual([
      { date: '2026-11-24', count: 1, parts: [{ part: 'evening', times: [late] }] },
      {
        date: '2026-11-25',
        count: 2,
        parts: [
          { part: 'morning', times: [night] },
          { part: 'afternoon', times: [noon] },
        ],
      },
    ]);
    expect(byDay([])).toEqual([]);
  });

  it('are counted by the Swedish day, also on the two days that are not of 24 hours', () => {
    const times = [
      '2026-10-23T22:00:00Z',
      '2026-10-24T21:59:00Z',
      '2026-10-24T22:00:00Z',
      '2026-10-25T22:59:00Z',
      '2026-10-25T23:00:00Z',
      '2027-03-27T23:00:00Z',
      '2027-03-28T21:59:00Z',
      '2027-03-28T22:00:00Z',
    ].map((iso) => ({ startsAt: Date.parse(iso) }));
    expect(countByDay(times)).toEqual([
      { date: '2026-10-24', count: 2 },
      { date: '2026-10-25', count: 2 },
      { date: '2026-10-26', count: 1 },
      { date: '2027-03-28', count: 2 },
      { date: '2027-03-29', count: 1 },
    ]);
    expect(countByDay([])).toEqual([]);
  });
});
