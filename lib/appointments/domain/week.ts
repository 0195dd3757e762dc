import { addDays, type CalendarDate } from '@/lib/kernel/calendar-date';
import { weekday } from '@/lib/kernel/working-day';

export interface Week {
  /** Monday, or today in the week that goes on */
  from: CalendarDate;
  to: CalendarDate;
}

/** The week of a day, within what can be booked. */
export function weekOf(
  day: CalendarDate,
  { today, lastOn }: { today: CalendarDate; lastOn: CalendarDate },
): Week {
  const inside = day < today ? today : day > lastOn ? lastOn : day;
  const monday = addDays(inside, -((weekday(inside) + 6) % 7));
  return { from: monday < today ? today : monday, to: addDays(monday, 6) };
}
