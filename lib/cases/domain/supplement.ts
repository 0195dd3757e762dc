import { type CalendarDate, daysBetween } from '@/lib/kernel/calendar-date';
import type { ScanState } from '@/lib/kernel/scan-state';
import { onOrNextWorkingDay } from '@/lib/kernel/working-day';

export const supplementStatuses = ['asked', 'answered', 'received', 'withdrawn'] as const;
export type SupplementStatus = (typeof supplementStatuses)[number];

/** The most files one sending may have, and the longest text about each thing asked for. */
export const MAX_FILES = 10;
export const MAX_TEXT = 10_000;

/** What she has written, by the id of the thing asked for. */
export type ItemTexts = Readonly<Record<string, string>>;

/** A file as she sees it in a list. */
export interface FileView {
  id: string;
  name: string;
  size: number;
  state: ScanState;
}

/** The texts that belong to what was asked and say something; the rest is left out. */
export const textsOf = (
  items: readonly { id: string }[],
  texts: ItemTexts,
  clean: (text: string) => string = (text) => text,
): ItemTexts =>
  Object.fromEntries(
    items.flatMap(({ id }) => {
      const text = clean(texts[id] ?? '');
      return text === '' ? [] : [[id, text] as const];
    }),
  );

/** The first of the things that too much is written about. */
export const itemTooLong = (texts: ItemTexts): string | undefined =>
  Object.keys(texts).find((id) => (texts[id] ?? '').length > MAX_TEXT);

export const sameTexts = (a: ItemTexts, b: ItemTexts): boolean =>
  [...Object.keys(a), ...Object.keys(b)].every((id) => (a[id] ?? '') === (b[id] ?? ''));

/** Which of the things asked for something has been sent about. */
export const itemsAnswered = (
  sent: readonly { texts: ItemTexts; files: readonly { itemId: string }[] }[],
): ReadonlySet<string> =>
  new Set(sent.flatMap(({ texts, files }) => [...Object.keys(texts), ...files.map(({ itemId }) => itemId)]));

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
  kept: { texts: ItemTexts; version: number },
  posted: { texts: ItemTexts; version: number },
): boolean => kept.version !== posted.version && !sameTexts(kept.texts, posted.texts);

const SOON = 3;

export function dueState(dueOn: CalendarDate, today: CalendarDate): DueState {
  const days = daysBetween(today, dueOn);
  return days < 0 ? { state: 'late', days: -days } : { state: days <= SOON ? 'soon' : 'ahead', days };
}
