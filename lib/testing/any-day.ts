import fc from 'fast-check';
import { addDays, type CalendarDate, calendarDate, fromDbDate, toDbDate } from '@/lib/kernel/calendar-date';
import { weekday } from '@/lib/kernel/working-day';

/* Days, and moments in them, for the properties of what the law counts. */

const between = (from: string, to: string) =>
  fc
    .date({ min: new Date(`${from}T00:00:00Z`), max: new Date(`${to}T00:00:00Z`), noInvalidDate: true })
    .map(fromDbDate);

export const anyDay: fc.Arbitrary<CalendarDate> = between('1990-01-01', '2120-12-31');

/** Since förvaltningslagen (2017:900) is in force, and as long as anybody can say when the clocks are moved. */
const anyOrdinaryDay = between('2018-07-01', '2035-12-31');
const anyYear = fc.integer({ min: 2019, max: 2035 });

const lastSundayOf = (year: number, lastOfMonth: '03-31' | '10-31'): CalendarDate => {
  const last = calendarDate(`${year}-${lastOfMonth}`);
  return addDays(last, -weekday(last));
};

/** Any day, and oftener those on which something is odd: the clocks are moved, the year ends, February is long. */
export const anyOddDay: fc.Arbitrary<CalendarDate> = fc.oneof(
  anyOrdinaryDay,
  fc
    .tuple(
      anyYear.chain((year) =>
        fc.constantFrom(
          lastSundayOf(year, '03-31'),
          lastSundayOf(year, '10-31'),
          calendarDate(`${year}-12-31`),
          calendarDate(`${year}-02-28`),
        ),
      ),
      fc.integer({ min: -1, max: 1 }),
    )
    .map(([day, more]) => addDays(day, more)),
);

/**
 * When a day begins in Sweden, reckoned by the rule and not by the computer's own table: directive 2000/84/EC, summer time
 * from the last Sunday of March to that of October, each at 01.00 in Greenwich, so after the day has begun.
 */
export function startInSweden(day: CalendarDate): Date {
  const year = Number(day.slice(0, 4));
  const isSummerTime = lastSundayOf(year, '03-31') < day && day <= lastSundayOf(year, '10-31');
  return new Date(toDbDate(day).getTime() - (isSummerTime ? 2 : 1) * 3_600_000);
}

/** Any moment of a day in Sweden, its first and last thousandth of a second too. */
export const momentIn = (day: CalendarDate): fc.Arbitrary<Date> => {
  const [first, next] = [startInSweden(day).getTime(), startInSweden(addDays(day, 1)).getTime()];
  return fc
    .oneof(fc.constantFrom(first, next - 1), fc.integer({ min: first, max: next - 1 }))
    .map((at) => new Date(at));
};

/** A day with a moment in it. */
export const anyMoment: fc.Arbitrary<{ day: CalendarDate; at: Date }> = anyOddDay.chain((day) =>
  momentIn(day).map((at) => ({ day, at })),
);
