import { addDays, type CalendarDate, parseCalendarDate } from '@/lib/kernel/calendar-date';
import { decimalText, parseDecimal } from '@/lib/kernel/decimal';
import { parseNationalId } from '@/lib/kernel/national-id';
import { type Finding, when } from './findings';
import type { NumberField, Option } from './form-shape';

/* What a single text must be. */

export const oneOf = <T>(options: readonly Option<T>[], value: string) =>
  options.some((option) => option.value === value);

// As strict as helps: spaces, hyphens, brackets and a country code are fine, letters are not.
export const isPhone = (text: string) =>
  /^\+?[\d\s()/–-]+$/.test(text) && /^\d{6,15}$/.test(text.replace(/\D/g, ''));
export const isEmail = (text: string) =>
  text.length <= 254 && /^[^\s@,;<>]+@[^\s@,;<>.]+(\.[^\s@,;<>.]+)+$/.test(text);

export const isNationalId = (text: string, today: CalendarDate) =>
  parseNationalId(text, new Date(`${today}T12:00:00Z`)) !== null;

// "Granvik Åsen 1:23", "Granvik Kvarnen 5", "Granvik Åsen S:2", "Granvik Åsen GA:1": a place, then block and unit.
export const isProperty = (text: string) =>
  text.length <= 100 &&
  /^\p{L}[\p{L}\d.'’ -]* (\d{1,5}(:\d{1,5})?|(s|ga|fs|samf):\d{1,5})(>\d{1,3})?$/iu.test(text);

export const wrongNumber = (
  text: string,
  field: Pick<NumberField<unknown>, 'min' | 'max' | 'decimals'>,
  isMoney: boolean,
): Finding[] => {
  const { min, max, decimals } = field;
  const value = parseDecimal(text, decimals);
  if (value === null) {
    const hasDecimals = parseDecimal(text, 12) !== null;
    if (isMoney) return [{ key: 'notMoney' }];
    return [{ key: hasDecimals ? 'tooManyDecimals' : 'notNumber', params: { max: decimals } }];
  }
  return [
    ...when(min !== undefined && value < min, 'numberTooLow', { min: decimalText(min ?? 0) }),
    ...when(max !== undefined && value > max, 'numberTooHigh', { max: decimalText(max ?? 0) }),
  ];
};

/** "today+14" as a day. */
export function dayOf(limit: string | undefined, today: CalendarDate): CalendarDate | null {
  if (limit === undefined) return null;
  const days = /^today([+-]\d+)?$/.exec(limit);
  return days ? addDays(today, Number(days[1] ?? 0)) : parseCalendarDate(limit);
}

export function outside(
  date: CalendarDate,
  field: { earliest?: string | undefined; latest?: string | undefined },
  today: CalendarDate,
): Finding[] {
  const earliest = dayOf(field.earliest, today);
  const latest = dayOf(field.latest, today);
  return [
    ...when(earliest !== null && date < earliest, 'dateTooEarly', { date: earliest ?? '' }),
    ...when(latest !== null && date > latest, 'dateTooLate', { date: latest ?? '' }),
  ];
}
