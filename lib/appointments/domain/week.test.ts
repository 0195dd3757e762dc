import { describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { weekOf } from './week';

const limits = { today: calendarDate('2026-11-25'), lastOn: calendarDate('2026-12-09') };
const week = (day: string) => weekOf(calendarDate(day), limits);

describe('a week of times', () => {
  it('begins today in the week that goes on', () => {
    expect(week('2026-11-27')).toEqual({ from: '2026-11-25', to: '2026-11-29' });
  });

  it('begins on Monday otherwise', () => {
    expect(week('2026-12-06')).toEqual({ from: '2026-11-30', to: '2026-12-06' });
  });

  it('is one that can be booked, whatever is asked for', () => {
    expect(week('1999-01-01')).toEqual(week('2026-11-25'));
    expect(week('2999-01-01')).toEqual(week('2026-12-09'));
  });
});
