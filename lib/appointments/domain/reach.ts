import { addDays, type CalendarDate } from '@/lib/kernel/calendar-date';

/** So far ahead openings are reckoned: beyond the furthest that any type may be booked (366 days), with a month's margin. */
const REACH_DAYS = 400;

export const reachFrom = (today: CalendarDate): CalendarDate => addDays(today, REACH_DAYS);

/** From this day on periods are kept, though they are over, for whoever asks what was open. */
export const keptFrom = (today: CalendarDate): CalendarDate => addDays(today, -30);

/** Whoever reaches no further is reckoned on: some each night, rather than all. */
export const tooShort = (today: CalendarDate): CalendarDate => addDays(today, REACH_DAYS - 30);
