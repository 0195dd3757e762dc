import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  calendarDate,
  dateInSweden,
  daysBetween,
  parseCalendarDate,
  startInSweden,
} from './calendar-date';

const anyDate = fc
  .date({ min: new Date('1890-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
  .map((d) => calendarDate(d.toISOString().slice(0, 10)));

describe('calendar dates', () => {
  it('takes only real dates', () => {
    expect(parseCalendarDate('2028-02-29')).toBe('2028-02-29');
    for (const wrong of ['2026-02-29', '1900-02-29', '2026-13-01', '2026-1-1', '', '2026-11-24T00:00']) {
      expect(parseCalendarDate(wrong)).toBeNull();
    }
  });

  it('knows the date in Sweden on both sides of midnight and of the clock changes', () => {
    expect(dateInSweden(new Date('2026-11-23T22:59:59Z'))).toBe('2026-11-23');
    expect(dateInSweden(new Date('2026-11-23T23:00:00Z'))).toBe('2026-11-24');
    expect(dateInSweden(new Date('2026-06-30T22:00:00Z'))).toBe('2026-07-01');
    expect(dateInSweden(new Date('2026-10-25T22:59:59Z'))).toBe('2026-10-25');
  });

  it('knows when a day begins in Sweden, also those on which the clock is changed', () => {
    expect(startInSweden(calendarDate('2026-11-24')).toISOString()).toBe('2026-11-23T23:00:00.000Z');
    expect(startInSweden(calendarDate('2026-03-29')).toISOString()).toBe('2026-03-28T23:00:00.000Z');
    expect(startInSweden(calendarDate('2026-03-30')).toISOString()).toBe('2026-03-29T22:00:00.000Z');
    expect(startInSweden(calendarDate('2026-10-25')).toISOString()).toBe('2026-10-24T22:00:00.000Z');
    expect(startInSweden(calendarDate('2026-10-26')).toISOString()).toBe('2026-10-25T23:00:00.000Z');
  });

  it('adds and counts days alike', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });
});
