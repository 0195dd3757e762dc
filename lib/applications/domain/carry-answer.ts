import {
  type AnswerValue,
  isEmpty,
  isParts,
  isRows,
  type PartsAnswer,
} from '@/lib/catalogue/domain/answers-shape';
import type { AskedField, Option, Texts } from '@/lib/catalogue/domain/form-shape';
import { inputValues, rowCount } from '@/lib/catalogue/domain/input-names';
import { canonicalJson } from '@/lib/kernel/canonical-json';
import { type Posted, readAnswers } from './answers';

/*
 * One answer, from a question as it was to the same question as it is now.
 */

export interface Carried {
  /** what the new question holds of the answer, right or not; undefined where it holds nothing */
  kept: AnswerValue | undefined;
  /** whether that is all of it */
  isWhole: boolean;
}

const words: readonly string[] = ['text', 'long-text'];

export function carryAnswer(
  before: AskedField<Texts>,
  after: AskedField<Texts>,
  value: AnswerValue,
): Carried {
  const none = { kept: undefined, isWhole: false };
  const isSameKind =
    before.kind === after.kind || (words.includes(before.kind) && words.includes(after.kind));
  if (!isSameKind) return none;
  // A consent is to its very words: to others it has not been given.
  if (after.kind === 'consent' && !hasSameWords(before, after, value)) return none;
  const kept = withinOptions(after, readBack(after, value));
  if (kept === undefined || isEmpty(kept)) return none;
  return { kept, isWhole: canonicalJson(kept) === canonicalJson(value) };
}

/**
 * What comes back when the new question is filled in with the answer and sent: just what would be kept of it the next
 * time the page is saved. By the code that does so, so that a new kind of question needs nothing here.
 */
function readBack(field: AskedField<Texts>, value: AnswerValue): AnswerValue | undefined {
  const inputs: Record<string, string | string[]> = {
    ...inputValues(field, value),
    ...(isRows(value) && { [rowCount(field)]: String(value.rows.length) }),
  };
  const all = (name: string) => [inputs[name] ?? []].flat();
  const posted: Posted = { get: (name) => all(name)[0] ?? null, getAll: all };
  return readAnswers({ groups: [{ id: 'only', fields: [field] }] }, posted, { [field.id]: value })[field.id];
}

/** Without what can no longer be chosen: a form shows no such choice, and would let it fall without a word. */
function withinOptions(field: AskedField<Texts>, value: AnswerValue | undefined): AnswerValue | undefined {
  const has = (options: readonly Option<Texts>[], chosen: unknown) =>
    options.some((option) => option.value === chosen);
  switch (field.kind) {
    case 'choice':
      return has(field.options, value) ? value : undefined;
    case 'yes-no':
    case 'consent':
      return value === 'yes' || value === 'no' ? value : undefined;
    case 'person':
      return isParts(value) && !has(field.relations, value.relation) ? { ...value, relation: '' } : value;
    case 'rows': {
      const choices = field.columns.filter((column) => column.kind === 'choice');
      const cells = (row: PartsAnswer): PartsAnswer => ({
        ...row,
        ...Object.fromEntries(
          choices
            .filter(({ id, options }) => !has(options, row[id]))
            .map(({ id }): [string, string] => [id, '']),
        ),
      });
      return isRows(value) ? { rows: value.rows.map(cells) } : value;
    }
    default:
      return value;
  }
}

/**
 * Whether the question reads as when she answered it, the choices she made included, in every language that both forms
 * have. Help texts may be mended without asking anew.
 */
export function hasSameWords(
  before: AskedField<Texts>,
  after: AskedField<Texts>,
  value: AnswerValue,
): boolean {
  const [old, now] = [wordsOf(before, value), wordsOf(after, value)];
  return old.length === now.length && old.every((texts, index) => isSameText(texts, now[index] ?? {}));
}

const isSameText = (before: Texts, after: Texts): boolean =>
  Object.entries(before).every(
    ([language, text]) => after[language] === undefined || after[language] === text,
  );

function wordsOf(field: AskedField<Texts>, value: AnswerValue): Texts[] {
  if (field.kind === 'schedule') {
    const ticked = Array.isArray(value) ? value.map((cell) => cell.split('.')) : [];
    const labels = (options: readonly Option<Texts>[], part: number) =>
      options
        .filter((option) => ticked.some((cell) => cell[part] === option.value))
        .map(({ label }) => label);
    return [field.label, ...labels(field.rows, 0), ...labels(field.columns, 1)];
  }
  if (field.kind === 'rows') return [field.label, ...field.columns.map(({ label }) => label)];
  const chosen = JSON.stringify(value);
  const options = 'options' in field ? field.options : 'relations' in field ? field.relations : [];
  return [
    field.label,
    ...('text' in field ? [field.text] : []),
    ...options
      .filter((option) => chosen.includes(JSON.stringify(option.value)))
      .toSorted((a, b) => (a.value < b.value ? -1 : 1))
      .map((option) => option.label),
  ];
}
