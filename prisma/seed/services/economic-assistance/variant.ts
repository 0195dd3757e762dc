import type { FieldDocument } from '../parts';

/** Where the municipalities' forms differ. */
export interface Variant {
  /** the place's name in a sentence: "i Granvik" */
  place: string;
  /** account statements for so many months back, at the first application */
  statementMonths: { sv: string; en: string };
  /** whether each job that was applied for is written on a line of its own; else all in a text */
  listsJobs: boolean;
  /** the one whom to ring when the contact centre is closed */
  afterHours: { sv: string; en: string };
}

/** The first application, or for a new month: then what rarely changes stands there from the last time. */
export type Occasion = 'first' | 'month';

export const asLastTime = (occasion: Occasion): { prefill?: NonNullable<Prefill> } =>
  occasion === 'month' ? { prefill: 'earlier' } : {};
type Prefill = Extract<FieldDocument, { kind: 'text' }>['prefill'];
