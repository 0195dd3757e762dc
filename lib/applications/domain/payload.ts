import { filledRows, isFiles, isParts, isRows, type PartsAnswer } from '@/lib/catalogue/domain/answers-shape';
import { parseDecimal } from '@/lib/kernel/decimal';
import { parseNationalId } from '@/lib/kernel/national-id';
import type { Snapshot, SnapshotQuestion } from './snapshot';

/** An answer as data: a number, a boolean, a text, or parts of these. */
export type PayloadValue = string | number | boolean | PayloadValue[] | { [part: string]: PayloadValue };

/**
 * The answers of a signed document as data, by question; what wasn't answered isn't there. Its shape is that of
 * `payloadSchema` for the same version of the service.
 */
export function payloadOf(snapshot: Snapshot): Record<string, PayloadValue> {
  const signedAt = new Date(snapshot.madeAt);
  const questions = snapshot.pages.flatMap((page) => page.groups.flatMap((group) => group.questions));
  return Object.fromEntries(
    questions.flatMap((question) => {
      const value = dataOf(question, signedAt);
      return value === undefined ? [] : [[question.id, value]];
    }),
  );
}

function dataOf({ kind, value, columns = [] }: SnapshotQuestion, now: Date): PayloadValue | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return single(kind, value, now);
  if (isFiles(value)) return { files: value.files.map((file) => file.id), later: value.later };
  if (isRows(value)) {
    return filledRows(value).map(({ cells }) =>
      filled(columns.map(({ id, kind: cellKind }) => [id, single(cellKind, cells[id] ?? '', now)])),
    );
  }
  if (isParts(value)) return parts(kind, value, now);
  return kind === 'schedule' ? value.map(cell) : value;
}

function single(kind: SnapshotQuestion['kind'], text: string, now: Date): PayloadValue | undefined {
  if (text === '') return undefined;
  switch (kind) {
    case 'number':
    case 'money':
    case 'computed':
      return parseDecimal(text, 12) ?? undefined;
    case 'yes-no':
    case 'consent':
      return text === 'yes';
    case 'national-id':
      return parseNationalId(text, now) ?? text;
    default:
      return text;
  }
}

function parts(kind: SnapshotQuestion['kind'], value: PartsAnswer, now: Date): PayloadValue {
  const part = (name: string) => value[name] ?? '';
  const digits = (text: string) => text.replace(/\D/g, '');
  switch (kind) {
    case 'child':
      return filled([
        ['name', part('name')],
        ['personalNumber', single('national-id', part('national-id'), now)],
      ]);
    case 'address':
      return filled([
        ['street', part('street')],
        ['postcode', digits(part('postcode'))],
        ['city', part('city')],
      ]);
    case 'bank-account':
      return { clearing: digits(part('clearing')), account: digits(part('account')) };
    default:
      return filled(Object.entries(value));
  }
}

const cell = (text: string): PayloadValue => {
  const [row = '', column = ''] = text.split('.');
  return { row, column };
};

const filled = (entries: [string, PayloadValue | undefined][]): PayloadValue =>
  Object.fromEntries(
    entries.filter((entry): entry is [string, PayloadValue] => entry[1] !== undefined && entry[1] !== ''),
  );
