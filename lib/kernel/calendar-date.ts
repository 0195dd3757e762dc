/**
 * A calendar date, "2026-11-24", in Swedish time. Law and people count days, not instants: a due date is never a Date.
 */
export type CalendarDate = string & { readonly __calendarDate: unique symbol };

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The date, or null where the text is no real date. */
export function parseCalendarDate(text: string): CalendarDate | null {
  const parts = PATTERN.exec(text);
  if (!parts) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
    ? (text as CalendarDate)
    : null;
}

/** Outside these years it is a slip, or an attempt to bring what reckons with dates to fall. */
export const isSaneYear = (year: number): boolean => year >= 1900 && year < 2200;

/** As parseCalendarDate, for what somebody types or tells: a slip of the year ("0206") is no date either. */
export function parseSaneDate(text: string): CalendarDate | null {
  const date = parseCalendarDate(text.trim());
  return date && isSaneYear(Number(date.slice(0, 4))) ? date : null;
}

/** As parseCalendarDate, for values that are known to be dates; throws otherwise. */
export function calendarDate(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (!date) throw new Error('Not a calendar date');
  return date;
}

const stockholm = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar date in Sweden at an instant. */
export const dateInSweden = (instant: Date): CalendarDate => calendarDate(stockholm.format(instant));

/** The instant when a date begins in Sweden, one or two hours before it does in UTC. */
export function startInSweden(date: CalendarDate): Date {
  const inSummer = new Date(toDbDate(date).getTime() - 2 * HOUR);
  return dateInSweden(inSummer) === date ? inSummer : new Date(inSummer.getTime() + HOUR);
}

/** What the database's DATE columns hold: midnight UTC of the date. */
export const toDbDate = (date: CalendarDate): Date => new Date(`${date}T00:00:00Z`);
export const fromDbDate = (date: Date): CalendarDate => calendarDate(date.toISOString().slice(0, 10));

/** days may be negative */
export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  fromDbDate(new Date(toDbDate(date).getTime() + days * DAY));

/**
 * The same day of the month, `months` later; where that month has no such day, its last. Adding one month twice is
 * therefore not always adding two: a time is reckoned from the day it began, in one step.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const from = toDbDate(date);
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return fromDbDate(new Date(Date.UTC(year, month, Math.min(from.getUTCDate(), lastOfMonth))));
}

/** The later of two; of equal ones either. */
export const laterOf = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);

/** Whole days from a to b; negative where b comes first. */
export const daysBetween = (a: CalendarDate, b: CalendarDate): number =>
  Math.round((toDbDate(b).getTime() - toDbDate(a).getTime()) / DAY);
