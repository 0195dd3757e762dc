import { expect, it } from 'vitest';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { inForce } from './dated';

const entry = (validFrom: string, validTo?: string) => ({
  validFrom,
  ...(validTo && { validTo }),
  text: { sv: validFrom },
  source: 'SFS',
});
const on = (day: string) =>
  inForce([entry('2026-01-01', '2026-12-31'), entry('2027-01-01')], calendarDate(day))?.validFrom;

it('is the text in force that day, first and last day included', () => {
  expect(on('2025-12-31')).toBeUndefined();
  expect(on('2026-01-01')).toBe('2026-01-01');
  expect(on('2026-12-31')).toBe('2026-01-01');
  expect(on('2027-01-01')).toBe('2027-01-01');
  expect(inForce(undefined, calendarDate('2026-01-01'))).toBeUndefined();
});

it('is the later to begin where two are in force', () => {
  const both = [entry('2026-06-01'), entry('2026-01-01')];
  expect(inForce(both, calendarDate('2026-07-01'))?.validFrom).toBe('2026-06-01');
});
