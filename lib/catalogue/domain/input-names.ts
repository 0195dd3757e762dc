import { type AnswerValue, isFiles, isParts, isRows, type PartsAnswer } from './answers-shape';
import { cellOf, type Field, isAsked } from './form-shape';

/** Name of the hidden input that lists the questions that stood on the page when it was sent. */
export const SHOWN = 'shown';

/** Name of the buttons that send a form: what the press means. */
export const INTENT = 'intent';
export const addRow = (field: { id: string }): string => `add-row:${field.id}`;
export const removeRow = (field: { id: string }, row: number): string => `remove-row:${field.id}:${row}`;

export const dateParts = ['day', 'month', 'year'] as const;

/** What the answers of several inputs are made of, in the order they stand on the page. */
export const parts = {
  person: ['name', 'relation', 'phone'],
  period: ['from', 'to'],
  child: ['child', 'name', 'national-id'],
  address: ['street', 'postcode', 'city'],
  'bank-account': ['clearing', 'account'],
} as const;
/** Value of "another child" among the choices. Here, with the names: the page draws it before the checks are fetched. */
export const OTHER_CHILD = 'other';

export type PartsKind = keyof typeof parts;

export const hasParts = <F extends { kind: string }>(field: F): field is F & { kind: PartsKind } =>
  Object.hasOwn(parts, field.kind);

/** Name of the hidden input that says how many rows stood on the page. */
export const rowCount = (field: { id: string }): string => `${field.id}-rows`;

/**
 * The names of the inputs that a field is made of, in the order they stand on the page.
 * @param rows how many rows of a repeating group; all there can be, where it isn't said
 */
export function inputNames<T>(field: Field<T>, rows?: number): string[] {
  switch (field.kind) {
    case 'information':
    case 'computed':
      return [];
    case 'period':
      return parts.period.flatMap((part) => dateParts.map((unit) => `${field.id}-${part}-${unit}`));
    case 'person':
    case 'child':
    case 'address':
    case 'bank-account':
      return parts[field.kind].map((part) => `${field.id}-${part}`);
    case 'date':
      return dateParts.map((part) => `${field.id}-${part}`);
    case 'rows':
      return Array.from({ length: rows ?? field.maxRows }, (_, index) =>
        field.columns.flatMap((column) => inputNames(cellOf(field, index + 1, column) as Field<T>)),
      ).flat();
    case 'care-home-wishes':
      return Array.from({ length: field.max }, (_, index) => `${field.id}-${index + 1}`);
    case 'file':
      return [field.id, `${field.id}-later`];
    default:
      return [field.id];
  }
}

/** Where a field's problems may be shown: the field as a whole, then each of its parts. */
export function problemNames(field: Field<unknown>): string[] {
  if (hasParts(field)) return [field.id, ...parts[field.kind].map((part) => `${field.id}-${part}`)];
  if (field.kind !== 'rows') return [...new Set([field.id, ...inputNames(field)])];
  const cells = Array.from({ length: field.maxRows }, (_, index) =>
    field.columns.map((column) => cellOf(field, index + 1, column).id),
  );
  return [field.id, ...cells.flat()];
}

/** What the inputs of a field hold for an answer: what fills the form in, and reads back as the same answer. */
export function inputValues(
  field: Field<unknown>,
  value: AnswerValue | undefined,
): Record<string, string | string[]> {
  if (value === undefined || !isAsked(field)) return {};
  if (field.kind === 'file') return isFiles(value) && value.later ? { [`${field.id}-later`]: 'yes' } : {};
  if (field.kind === 'rows') {
    const cells = (row: PartsAnswer, index: number) =>
      field.columns.map((column) => inputValues(cellOf(field, index + 1, column), row[column.id] ?? ''));
    return Object.assign({}, ...(isRows(value) ? value.rows.flatMap(cells) : []));
  }
  if (hasParts(field)) {
    if (!isParts(value)) return {};
    const own = parts[field.kind].map((part): [string, string] => [`${field.id}-${part}`, value[part] ?? '']);
    return field.kind === 'period'
      ? Object.assign({}, ...own.map(([name, day]) => dateInputs(name, day)))
      : Object.fromEntries(own);
  }
  if (field.kind === 'care-home-wishes' && Array.isArray(value)) {
    return Object.fromEntries(value.map((home, index) => [`${field.id}-${index + 1}`, home]));
  }
  if (field.kind === 'date' && typeof value === 'string') return dateInputs(field.id, value);
  return typeof value === 'string' || Array.isArray(value) ? { [field.id]: value } : {};
}

function dateInputs(name: string, value: string): Record<string, string> {
  const [year = '', month = '', day = ''] = value.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}
