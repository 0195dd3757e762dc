/*
 * Answers as they are kept: what was typed, trimmed, also where it is not yet right. A field without an answer
 * has no key, so that "empty" has one form only.
 */
export interface PersonAnswer {
  name: string;
  phone: string;
  /** one of the field's relations, or '' */
  relation: string;
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

/** Multiple choices and ordered wishes are lists; a date is "2026-11-24"; yes/no and consents are "yes" or "no". */
export type AnswerValue = string | string[] | PersonAnswer | FileAnswer;

/** By field id, over all pages of the form. */
export type Answers = Readonly<Record<string, AnswerValue>>;

export const isPerson = (value: AnswerValue | undefined): value is PersonAnswer =>
  typeof value === 'object' && 'phone' in value;

export const isFiles = (value: AnswerValue | undefined): value is FileAnswer =>
  typeof value === 'object' && 'files' in value;

/** Whether there is nothing in it. */
export function isEmpty(value: AnswerValue | undefined): boolean {
  if (value === undefined) return true;
  if (isPerson(value)) return value.name === '' && value.phone === '' && value.relation === '';
  if (isFiles(value)) return value.files.length === 0 && !value.later;
  return value.length === 0;
}
