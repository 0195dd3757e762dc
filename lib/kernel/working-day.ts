import { addDays, type CalendarDate, calendarDate, toDbDate } from './calendar-date';

/** 0 is Sunday, 6 Saturday. */
export const weekday = (date: CalendarDate): number => toDbDate(date).getUTCDay();

const date = (year: number, month: number, day: number): CalendarDate =>
  calendarDate(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  );

/** The first `day` of the week on or after a date. */
const firstOnOrAfter = (from: CalendarDate, day: number): CalendarDate =>
  addDays(from, (day - weekday(from) + 7) % 7);

/** Easter Sunday by the Gregorian reckoning (the anonymous algorithm of 1876, as in Meeus). */
export function easterSunday(year: number): CalendarDate {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return date(year, Math.floor(sum / 31), (sum % 31) + 1);
}

const midsummersDay = (year: number) => firstOnOrAfter(date(year, 6, 20), 6);

/** Public holidays that may fall on another day than Sunday: lag (1989:253) om allmänna helgdagar. */
function publicHolidays(year: number): ReadonlySet<CalendarDate> {
  const easter = easterSunday(year);
  return new Set([
    date(year, 1, 1), // nyårsdagen
    date(year, 1, 6), // trettondedag jul
    addDays(easter, -2), // långfredagen
    easter,
    addDays(easter, 1), // annandag påsk
    date(year, 5, 1), // första maj
    addDays(easter, 39), // Kristi himmelsfärdsdag
    addDays(easter, 49), // pingstdagen
    date(year, 6, 6), // nationaldagen, since 2005
    midsummersDay(year),
    firstOnOrAfter(date(year, 10, 31), 6), // alla helgons dag
    date(year, 12, 25), // juldagen
    date(year, 12, 26), // annandag jul
  ]);
}

/** Not public holidays, but a time limit moves past them all the same: lag (1930:173) 2 §. */
const eves = (year: number): readonly CalendarDate[] => [
  addDays(midsummersDay(year), -1),
  date(year, 12, 24),
  date(year, 12, 31),
];

const years = new Map<number, ReadonlySet<CalendarDate>>();

function daysOff(year: number): ReadonlySet<CalendarDate> {
  let days = years.get(year);
  if (!days) {
    days = new Set([...publicHolidays(year), ...eves(year)]);
    years.set(year, days);
  }
  return days;
}

/** Whether offices are closed whatever day of the week it is: public holidays, and the three eves that are kept as such. */
export const isHoliday = (day: CalendarDate): boolean => daysOff(Number(day.slice(0, 4))).has(day);

/**
 * Whether a legal time limit may end on the day: not on Saturday, Sunday, another public holiday, Midsummer's Eve,
 * Christmas Eve or New Year's Eve (lag (1930:173) om beräkning av lagstadgad tid, 2 §).
 */
export const isWorkingDay = (day: CalendarDate): boolean =>
  weekday(day) !== 0 && weekday(day) !== 6 && !isHoliday(day);

/** The day itself when it is a working day, else the next one. */
export function onOrNextWorkingDay(day: CalendarDate): CalendarDate {
  let found = day;
  while (!isWorkingDay(found)) found = addDays(found, 1);
  return found;
}

/** The day that lies `count` working days after `from`; `from` itself is not counted. */
export function addWorkingDays(from: CalendarDate, count: number): CalendarDate {
  let day = from;
  for (let left = count; left > 0; left--) day = onOrNextWorkingDay(addDays(day, 1));
  return day;
}
