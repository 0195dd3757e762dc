import { addDays, type CalendarDate } from '@/lib/kernel/calendar-date';

/** So long after its last day she still reads of an invitation that can't be used. */
const READ_DAYS = 30;

/** The last day of the oldest one that she still reads of then. */
export const readFrom = (today: CalendarDate): CalendarDate => addDays(today, -READ_DAYS);

/**
 * What an invitation that she hasn't booked by is to her: she is asked to book, however late it is; or she can't, since it was
 * taken back or nobody can book its kind any more, which she reads until a month after its last day; or nothing (`over`).
 */
export type InvitationStanding = 'asked' | 'withdrawn' | 'closed' | 'over';

export function invitationStanding(
  { isWithdrawn, type, bookBy }: { isWithdrawn: boolean; type: { isOpen: boolean }; bookBy: CalendarDate },
  today: CalendarDate,
): InvitationStanding {
  if (!isWithdrawn && type.isOpen) return 'asked';
  if (bookBy < readFrom(today)) return 'over';
  return isWithdrawn ? 'withdrawn' : 'closed';
}
