import { type CalendarDate, daysBetween } from '@/lib/kernel/calendar-date';
import { onOrNextWorkingDay } from '@/lib/kernel/working-day';

export const supplementStatuses = ['asked', 'answered', 'received', 'withdrawn'] as const;
export type SupplementStatus = (typeof supplementStatuses)[number];

/** The most files one answer may have, and the longest text. */
export const MAX_FILES = 10;
export const MAX_TEXT = 10_000;

/**
 * Until when she may answer and be in time: the office's day, or the next working day where that is one off (lag
 * (1930:173) 2 §). The office keeps its own day, and is told that one.
 */
export const answerBy = (dueOn: CalendarDate): CalendarDate => onOrNextWorkingDay(dueOn);

/** How a due date stands to today. Late is told, never a closed door. */
export type DueState = { state: 'soon' | 'ahead'; days: number } | { state: 'late'; days: number };

/**
 * Whether another window or device has written something else since the page with `posted` was loaded. A version that
 * isn't yet was made up, and gets past nothing.
 */
export const isChangedElsewhere = (
  kept: { text: string | null; version: number },
  posted: { text: string; version: number },
): boolean => kept.version !== posted.version && (kept.text ?? '') !== posted.text;

const SOON = 3;

export function dueState(dueOn: CalendarDate, today: CalendarDate): DueState {
  const days = daysBetween(today, dueOn);
  return days < 0 ? { state: 'late', days: -days } : { state: days <= SOON ? 'soon' : 'ahead', days };
}
