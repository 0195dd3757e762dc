/*
 * Answers as they are kept: what was typed, trimmed, also where it is not yet right. A field without an answer
 * has no key, so that "empty" has one form only.
 */

/** An answer of several inputs, by part: a person's name, phone and relation; a period's first and last day. */
export type PartsAnswer = Readonly<Record<string, string>>;

/** A repeating group's rows, each its cells by column. A row just added is empty. */
export interface RowsAnswer {
  rows: PartsAnswer[];
}

export interface FileReference {
  /** '' while the browser has it and we don't */
  id: string;
  name: string;
  /** bytes */
  size: number;
  mediaType: string;
}

export interface FileAnswer {
  files: FileReference[];
  /** "I will send it later" */
  later: boolean;
}

/**
 * Multiple choices, ordered wishes and a schedule's ticked boxes ("monday.morning") are lists; a date is "2026-11-24";
 * numbers stand as they were written; yes/no and consents are "yes" or "no".
 */
export type AnswerValue = string | string[] | PartsAnswer | RowsAnswer | FileAnswer;

/** By field id, over all pages of the form. */
export type Answers = Readonly<Record<string, AnswerValue>>;

const isObject = (value: AnswerValue | undefined): value is PartsAnswer | RowsAnswer | FileAnswer =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isFiles = (value: AnswerValue | undefined): value is FileAnswer =>
  isObject(value) && 'files' in value && Array.isArray(value.files);

export const isRows = (value: AnswerValue | undefined): value is RowsAnswer =>
  isObject(value) && 'rows' in value && Array.isArray(value.rows);

export const isParts = (value: AnswerValue | undefined): value is PartsAnswer =>
  isObject(value) && !isFiles(value) && !isRows(value);

/** Whether nothing is written in a row, or in any of an answer's inputs. */
export const isBlank = (parts: PartsAnswer) => Object.values(parts).every((part) => part === '');

/** Whether there is nothing in it. */
export function isEmpty(value: AnswerValue | undefined): boolean {
  if (value === undefined) return true;
  if (isFiles(value)) return value.files.length === 0 && !value.later;
  if (isRows(value)) return value.rows.every(isBlank);
  if (isParts(value)) return isBlank(value);
  return value.length === 0;
}

/** The rows that somebody has written in, with their numbers on the page: empty ones are nobody's answer. */
export const filledRows = ({ rows }: RowsAnswer): { number: number; cells: PartsAnswer }[] =>
  rows.map((cells, index) => ({ number: index + 1, cells })).filter(({ cells }) => !isBlank(cells));
