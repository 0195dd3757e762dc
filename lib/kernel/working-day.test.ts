import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDay } from '@/lib/testing/any-day';
import { addDays, type CalendarDate, calendarDate } from './calendar-date';
import { addWorkingDays, easterSunday, isWorkingDay, onOrNextWorkingDay, weekday } from './working-day';

describe('Easter', () => {
  it.each([
    '1961-04-02',
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
    '2100-03-28',
  ])('%s', (day) => {
    expect(easterSunday(Number(day.slice(0, 4)))).toBe(day);
  });

  it('is a Sunday from 22 March to 25 April', () => {
    for (let year = 1900; year < 2200; year++) {
      const easter = easterSunday(year);
      expect(weekday(easter)).toBe(0);
      expect(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25').toBe(true);
    }
  });
});

describe('a working day in Sweden', () => {
  it.each([
    ['2026-01-01', 'New Year’s Day'],
    ['2026-01-06', 'Epiphany'],
    ['2026-04-03', 'Good Friday'],
    ['2026-04-06', 'Easter Monday'],
    ['2026-05-01', 'May Day'],
    ['2026-05-14', 'Ascension Day'],
    ['2025-06-06', 'National Day, a Friday'],
    ['2026-06-19', 'Midsummer’s Eve'],
    ['2026-06-20', 'Midsummer’s Day'],
    ['2026-10-31', 'All Saints’ Day'],
    ['2026-12-24', 'Christmas Eve'],
    ['2026-12-25', 'Christmas Day'],
    ['2025-12-26', 'Boxing Day, a Friday'],
    ['2026-12-31', 'New Year’s Eve'],
    ['2026-11-21', 'a Saturday'],
    ['2026-11-22', 'a Sunday'],
  ])('not %s, %s', (day) => {
    expect(isWorkingDay(calendarDate(day))).toBe(false);
  });

  it.each([
    ['2026-11-24', 'an ordinary Tuesday'],
    ['2026-01-05', 'Twelfth Night, though many close early'],
    ['2026-04-02', 'Maundy Thursday'],
    ['2026-04-30', 'Walpurgis Night'],
    ['2026-12-23', 'the day before Christmas Eve'],
  ])('%s, %s', (day) => {
    expect(isWorkingDay(calendarDate(day))).toBe(true);
  });

  it('comes within five days of any day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const found = onOrNextWorkingDay(day);
        expect(isWorkingDay(found)).toBe(true);
        expect(found >= day && found <= addDays(day, 5)).toBe(true);
      }),
    );
  });
});

/** Easter by another reckoning than the code's own (Oudin, 1940). */
function easterByOudin(year: number): CalendarDate {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const k = Math.floor((century - 17) / 25);
  let i = (century - Math.floor(century / 4) - Math.floor((century - k) / 3) + 19 * golden + 15) % 30;
  i -=
    Math.floor(i / 28) * (1 - Math.floor(i / 28) * Math.floor(29 / (i + 1)) * Math.floor((21 - golden) / 11));
  const j = (year + Math.floor(year / 4) + i + 2 - century + Math.floor(century / 4)) % 7;
  const days = i - j;
  const month = 3 + Math.floor((days + 40) / 44);
  const date = days + 28 - 31 * Math.floor(month / 4);
  return calendarDate(`${year}-0${month}-${String(date).padStart(2, '0')}`);
}

describe('lag (1989:253) 1 § and lag (1930:173) 2 §: the days off', () => {
  const fixed = ['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31'];

  it('are Saturdays, Sundays, those of the almanac, and those that follow Easter and Midsummer', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const easter = easterByOudin(Number(day.slice(0, 4)));
        const [name, date] = [weekday(day), day.slice(5)];
        const isWeekend = name === 0 || name === 6;
        const followsEaster = [-2, 1, 39].some((days) => addDays(easter, days) === day);
        const isMidsummersEve = name === 5 && date >= '06-19' && date <= '06-25';
        expect(isWorkingDay(day)).toBe(
          !isWeekend && !fixed.includes(date) && !followsEaster && !isMidsummersEve,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('Easter is the same by two reckonings, in every year of four centuries', () => {
    for (let year = 1800; year < 2200; year++) expect(easterSunday(year)).toBe(easterByOudin(year));
  });
});

describe('counting working days', () => {
  it('leaves out the day it counts from, and all that is off', () => {
    expect(addWorkingDays(calendarDate('2026-11-20'), 1)).toBe('2026-11-23');
    expect(addWorkingDays(calendarDate('2026-12-23'), 1)).toBe('2026-12-28');
    expect(addWorkingDays(calendarDate('2026-12-30'), 3)).toBe('2027-01-07');
  });

  it('ends on a working day with as many of them behind it, over holidays and years’ ends', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const end = addWorkingDays(from, count);
        let passed = 0;
        for (let day = addDays(from, 1); day <= end; day = addDays(day, 1))
          if (isWorkingDay(day)) passed += 1;
        expect([isWorkingDay(end), passed]).toEqual([true, count]);
      }),
    );
  });

  it('adds up: five at a time is the same as one and then four', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), (day, a, b) => {
        const step: CalendarDate = addWorkingDays(addWorkingDays(day, a), b);
        expect(step).toBe(addWorkingDays(day, a + b));
      }),
    );
  });
});
