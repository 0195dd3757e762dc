import { addDays, type CalendarDate } from '@/lib/kernel/calendar-date';
import { weekday } from '@/lib/kernel/working-day';

export interface Week {
  /** Monday, or today in the week that goes on */
  from: CalendarDate;
  to: CalendarDate;
  /** a day of the week before and after, where times may be; null where none can */
  earlier: CalendarDate | null;
  later: CalendarDate | null;
}

/** The week of a day, within what can be booked. */
export function weekOf(
  day: CalendarDate,
  { today, lastOn }: { today: CalendarDate; lastOn: CalendarDate },
): Week {
  const inside = day < today ? today : day > lastOn ? lastOn : day;
  const monday = addDays(inside, -((weekday(inside) + 6) % 7));
  const next = addDays(monday, 7);
  return {
    from: monday < today ? today : monday,
    to: addDays(monday, 6),
    earlier: monday > today ? addDays(monday, -7) : null,
    later: next <= lastOn ? next : null,
  };
}
