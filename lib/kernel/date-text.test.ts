import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar-date';
import {
  dateSpanText,
  dateText,
  dayInMonthText,
  daysAwayText,
  dayText,
  instantText,
  monthText,
  shortDateText,
  timeSpanText,
  timeText,
  weekdayTexts,
} from './date-text';

const date = calendarDate('2026-11-24');

// A space that doesn't break keeps a day with its month, and a time with its "kl.", on narrow screens; and what stands after a
// dash where the line could end keeps figures from and to.
describe('dates in words', () => {
  it('says weekday, day, month and year in each language', () => {
    expect(dateText(date, 'sv')).toBe('tisdag 24\u00a0november 2026');
    expect(dateText(date, 'en')).toBe('Tuesday 24\u00a0November 2026');
    expect(dateText(date, 'fi')).toBe('tiistaina 24.\u00a0marraskuuta 2026');
    expect(dateText(date, 'ar')).toBe('الثلاثاء، 24\u00a0نوفمبر 2026');
  });

  it('has a shorter one for a day among others', () => {
    expect(dayText(date, 'sv')).toBe('tis 24\u00a0nov.');
    expect(dayText(date, 'en')).toBe('Tue 24\u00a0Nov');
    expect(dayText(date, 'fi')).toBe('ti 24.11.');
    expect(dayText(date, 'ar')).toBe('الثلاثاء، 24\u00a0نوفمبر');
  });

  it('has one for a day in a month that has been said, and the month and the day of the week alone', () => {
    expect(dayInMonthText(date, 'sv')).toBe('tisdag 24\u00a0november');
    expect(dayInMonthText(date, 'en')).toBe('Tuesday 24\u00a0November');
    expect(dayInMonthText(date, 'fi')).toBe('tiistai 24.\u00a0marraskuuta');
    expect(dayInMonthText(date, 'ar')).toBe('الثلاثاء، 24\u00a0نوفمبر');
    expect(monthText(date, 'sv')).toBe('november 2026');
    expect(monthText(date, 'fi')).toBe('marraskuu 2026');
    expect(monthText(date, 'ar')).toBe('نوفمبر 2026');
    expect(weekdayTexts(date, 'sv')).toEqual({ whole: 'tisdag', short: 'tis' });
    expect(weekdayTexts(date, 'fi')).toEqual({ whole: 'tiistai', short: 'ti' });
    expect(weekdayTexts(date, 'ar')).toEqual({ whole: 'الثلاثاء', short: 'ث' });
  });

  it('has a short form without the weekday', () => {
    expect(shortDateText(date, 'sv')).toBe('24\u00a0november 2026');
    expect(shortDateText(date, 'en')).toBe('24\u00a0November 2026');
    expect(shortDateText(date, 'fi')).toBe('24.\u00a0marraskuuta 2026');
    expect(shortDateText(date, 'ar')).toBe('24\u00a0نوفمبر 2026');
  });
});

describe('days from and to', () => {
  it('say once what they share', () => {
    const to = calendarDate('2026-11-29');
    expect(dateSpanText(date, to, 'sv')).toBe('24–\u206029\u00a0november 2026');
    expect(dateSpanText(date, calendarDate('2026-12-06'), 'sv')).toBe(
      '24\u00a0november–6\u00a0december 2026',
    );
    expect(dateSpanText(date, to, 'en')).toBe('24\u00a0– 29\u00a0November 2026');
    expect(dateSpanText(date, to, 'fi')).toBe('24.–\u206029.\u00a0marraskuuta 2026');
    expect(dateSpanText(date, to, 'ar')).toBe('24\u00a0نوفمبر 2026 إلى 29\u00a0نوفمبر 2026');
  });
});

describe('instants in words', () => {
  it('are told in Swedish time, in winter and in summer', () => {
    expect(timeText(new Date('2026-11-24T12:15:00Z'), 'sv')).toBe('kl.\u00a013.15');
    expect(timeText(new Date('2026-07-01T12:15:00Z'), 'sv')).toBe('kl.\u00a014.15');
    expect(timeText(new Date('2026-11-24T12:15:00Z'), 'en')).toBe('13:15');
    expect(timeText(new Date('2026-11-24T12:15:00Z'), 'fi')).toBe('klo\u00a013.15');
    expect(timeText(new Date('2026-11-24T07:05:00Z'), 'fi')).toBe('klo\u00a08.05');
    expect(timeText(new Date('2026-11-24T12:15:00Z'), 'ar')).toBe('الساعة\u00a013:15');
  });

  it('have a beginning and an end, and no dash where it would be read backwards', () => {
    const span = [new Date('2026-11-24T12:15:00Z'), new Date('2026-11-24T13:00:00Z')] as const;
    expect(timeSpanText(...span, 'sv')).toBe('kl.\u00a013.15–\u206014.00');
    expect(timeSpanText(...span, 'en')).toBe('13:15 to 14:00');
    expect(timeSpanText(...span, 'fi')).toBe('klo\u00a013.15–\u206014.00');
    expect(timeSpanText(...span, 'ar')).toBe('الساعة\u00a013:15 إلى 14:00');
  });

  it('belong to the Swedish day: half past eleven at night in Greenwich is tomorrow here', () => {
    expect(instantText(new Date('2026-11-24T23:30:00Z'), 'sv')).toBe(
      'onsdag 25\u00a0november 2026 kl.\u00a000.30',
    );
    expect(instantText(new Date('2026-11-24T23:30:00Z'), 'en')).toBe(
      'Wednesday 25\u00a0November 2026 at 00:30',
    );
    expect(instantText(new Date('2026-11-24T23:30:00Z'), 'fi')).toBe(
      'keskiviikkona 25.\u00a0marraskuuta 2026 klo\u00a00.30',
    );
    expect(instantText(new Date('2026-11-24T23:30:00Z'), 'ar')).toBe(
      'الأربعاء، 25\u00a0نوفمبر 2026، الساعة\u00a000:30',
    );
  });
});

describe('how far off a day is', () => {
  it('is said as people say it', () => {
    const today = calendarDate('2026-11-22');
    expect(daysAwayText(today, today, 'sv')).toBe('i dag');
    expect(daysAwayText(calendarDate('2026-11-23'), today, 'sv')).toBe('i morgon');
    expect(daysAwayText(calendarDate('2026-11-25'), today, 'sv')).toBe('om 3 dagar');
    expect(daysAwayText(calendarDate('2026-11-19'), today, 'sv')).toBe('för 3 dagar sedan');
    expect(daysAwayText(calendarDate('2026-11-25'), today, 'en')).toBe('in 3 days');
    expect(daysAwayText(calendarDate('2026-11-25'), today, 'fi')).toBe('3 päivän päästä');
  });
});
