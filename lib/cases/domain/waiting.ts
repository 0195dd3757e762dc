import { addDays, type CalendarDate } from '@/lib/kernel/calendar-date';

/** How long others have waited for their decision in a service, of those decided within a period. */
export interface WaitingTimes {
  fromOn: CalendarDate;
  toOn: CalendarDate;
  cases: number;
  /** half had their decision within so many days from when the application came in */
  medianDays: number;
  nineOfTenDays: number;
}

/** The same, reckoned from the day hers came in. */
export interface ExpectedDecision extends WaitingTimes {
  /** the day by which half would have theirs */
  halfOn: CalendarDate;
  nineOfTenOn: CalendarDate;
}

export const expectedDecision = (receivedOn: CalendarDate, times: WaitingTimes): ExpectedDecision => ({
  ...times,
  halfOn: addDays(receivedOn, times.medianDays),
  nineOfTenOn: addDays(receivedOn, times.nineOfTenDays),
});

/** Which of the two days to look forward to: once half of the others would have had theirs, the later one. */
export const expectedOn = ({ halfOn, nineOfTenOn }: ExpectedDecision, today: CalendarDate): CalendarDate =>
  today <= halfOn ? halfOn : nineOfTenOn;
