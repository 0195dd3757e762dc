import {
  type Answers,
  type AnswerValue,
  type FileReference,
  isBlank,
  isEmpty,
  isFiles,
  type PartsAnswer,
} from '@/lib/catalogue/domain/answers-shape';
import {
  type AskedField,
  cellOf,
  type Group,
  isAsked,
  type RowsField,
} from '@/lib/catalogue/domain/form-shape';
import {
  addRow,
  dateParts,
  hasParts,
  INTENT,
  inputNames,
  parts,
  removeRow,
  rowCount,
  SHOWN,
} from '@/lib/catalogue/domain/input-names';
import { type PageShape, reach } from '@/lib/catalogue/domain/visibility';
import { isChosenFile } from '@/lib/kernel/chosen-file';
import { cleanLine, cleanText } from '@/lib/kernel/plain-text';

/** The part of FormData that is read; a native form, the browser's script and a test all give the same. */
export interface Posted {
  get(name: string): unknown;
  getAll(name: string): unknown[];
}

export interface AnyPage {
  groups: Group<unknown>[];
}

export const fieldsOf = (page: AnyPage): AskedField<unknown>[] =>
  page.groups.flatMap((group) => group.fields).filter(isAsked);

function readField(field: AskedField<unknown>, posted: Posted, saved: AnswerValue | undefined): AnswerValue {
  const line = (suffix = '') => cleanLine(posted.get(field.id + suffix));
  switch (field.kind) {
    case 'long-text':
      return cleanText(posted.get(field.id));
    case 'choices':
      // In the options' order, so that the same boxes are the same answer.
      return field.options
        .map((option) => option.value)
        .filter((value) => posted.getAll(field.id).includes(value));
    case 'schedule':
      return field.rows
        .flatMap((row) => field.columns.map((column) => `${row.value}.${column.value}`))
        .filter((cell) => posted.getAll(field.id).includes(cell));
    case 'date':
      return readDate(field.id, posted);
    case 'period':
      return Object.fromEntries(parts.period.map((part) => [part, readDate(`${field.id}-${part}`, posted)]));
    case 'rows':
      return readRows(field, posted);
    case 'care-home-wishes':
      return inputNames(field)
        .map((name) => cleanLine(posted.get(name)))
        .filter((home) => home !== '');
    case 'file':
      // Files that are here already are known by their rows; only new ones come with the form.
      return {
        files: [
          ...(isFiles(saved) ? saved.files.filter((file) => file.id !== '') : []),
          ...newFiles(field, posted).map(reference),
        ],
        later: line('-later') === 'yes',
      };
    default:
      return hasParts(field)
        ? Object.fromEntries(parts[field.kind].map((part) => [part, line(`-${part}`)]))
        : line();
  }
}

function readDate(name: string, posted: Posted): string {
  const [day, month, year] = dateParts.map((part) =>
    cleanLine(posted.get(`${name}-${part}`)).replaceAll('-', ''),
  );
  return day || month || year ? `${year}-${padded(month)}-${padded(day)}` : '';
}

/** A repeating group's rows, as many as stood on the page, the empty ones too. */
export function postedRows(field: RowsField<unknown>, posted: Posted): PartsAnswer[] {
  const said = Number(posted.get(rowCount(field)));
  const count = Number.isInteger(said) && said > 0 ? Math.min(said, field.maxRows) : 0;
  return Array.from({ length: count }, (_, index) => readRow(field, index + 1, posted));
}

/**
 * The button that was pressed may have taken a row away, or added an empty one: where one stands empty already, that is
 * the one to write in (empty-row.ts).
 */
function readRows(field: RowsField<unknown>, posted: Posted): AnswerValue {
  const pressed = posted.get(INTENT);
  const stood = postedRows(field, posted);
  const rows = stood.filter((_, index) => pressed !== removeRow(field, index + 1));
  const isAdded = pressed === addRow(field) && rows.length < field.maxRows && !rows.some(isBlank);
  return { rows: isAdded ? [...rows, readRow(field, stood.length + 1, new FormData())] : rows };
}

const readRow = (field: RowsField<unknown>, row: number, posted: Posted): PartsAnswer =>
  Object.fromEntries(
    field.columns.map((column) => {
      const cell = readField(cellOf(field, row, column), posted, undefined);
      return [column.id, typeof cell === 'string' ? cell : ''];
    }),
  );

const padded = (text = '') => (/^\d$/.test(text) ? `0${text}` : text);

const reference = (file: File): FileReference => ({
  id: '',
  name: cleanLine(file.name),
  size: file.size,
  mediaType: file.type,
});

/** The files that were chosen in one field. An empty file input posts a nameless file of no size. */
export const newFiles = (field: { id: string }, posted: Posted): File[] =>
  posted.getAll(field.id).filter(isChosenFile);

/**
 * A page's answers from what was posted. A question that did not stand on the page keeps what was saved: a changed
 * mind higher up must not throw away what was typed below it.
 * @param saved the page's answers so far
 */
export function readAnswers(page: AnyPage, posted: Posted, saved: Answers): Answers {
  const shown = shownFields(posted);
  const answers: Record<string, AnswerValue> = {};
  for (const field of fieldsOf(page)) {
    const value = shown && !shown.has(field.id) ? saved[field.id] : readField(field, posted, saved[field.id]);
    if (value !== undefined && !isEmpty(value)) answers[field.id] = value;
  }
  return answers;
}

/** Ids of the questions that stood on the page, or null where it did not say. */
export function shownFields(posted: Posted): Set<string> | null {
  const list = posted.get(SHOWN);
  return typeof list === 'string' ? new Set(list.split(' ').filter((id) => id !== '')) : null;
}

/** All answers of an application from its pages' rows. */
export const mergePages = (pages: readonly Answers[]): Answers => Object.assign({}, ...pages);

/** The answers that belong to one page, as its row keeps them. File rows are the truth about files, not the answer. */
export function answersOfPage(page: AnyPage, answers: Answers): Answers {
  const kept: Record<string, AnswerValue> = {};
  for (const field of fieldsOf(page)) {
    const value = answers[field.id];
    const stored = isFiles(value) ? { files: [], later: value.later } : value;
    if (stored !== undefined && !isEmpty(stored)) kept[field.id] = stored;
  }
  return kept;
}

/** The answers with the files that have been received, by field. */
export function withFiles(answers: Answers, files: Readonly<Record<string, FileReference[]>>): Answers {
  const result: Record<string, AnswerValue> = { ...answers };
  for (const [field, references] of Object.entries(files)) {
    const value = answers[field];
    result[field] = { files: references, later: isFiles(value) && value.later };
  }
  return result;
}

/** Only what can be reached with these answers. Everything that uses answers uses them pruned. */
export const prune = (pages: readonly PageShape<unknown>[], answers: Answers): Answers =>
  reach(pages, answers).answers;
