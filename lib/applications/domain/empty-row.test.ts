import { describe, expect, it } from 'vitest';
import { addRow, removeRow, rowCount } from '@/lib/catalogue/domain/input-names';
import { readAnswers } from './answers';
import { emptyRowProblems } from './empty-row';

const t = (text: string) => text;
const incomes = {
  kind: 'rows' as const,
  id: 'incomes',
  label: t('Inkomster'),
  required: true,
  item: t('Inkomst'),
  add: t('Lägg till en inkomst'),
  maxRows: 3,
  columns: [
    { kind: 'text' as const, id: 'from', label: t('Från vem'), required: true, maxLength: 100 },
    { kind: 'money' as const, id: 'amount', label: t('Belopp'), required: true, min: 0, max: 1_000 },
    { kind: 'text' as const, id: 'note', label: t('Övrigt'), required: false, maxLength: 100 },
  ],
};
const pageOf = (field: typeof incomes) => ({ groups: [{ id: 'g', fields: [field] }] });
const page = pageOf(incomes);

/** The page with these rows on it ("from" of each), and the button that was pressed. */
function posted(rows: readonly string[], intent: string): FormData {
  const data = new FormData();
  data.set(rowCount(incomes), String(rows.length));
  for (const [index, from] of rows.entries()) data.set(`incomes-${index + 1}-from`, from);
  data.set('intent', intent);
  return data;
}
const add = addRow(incomes);
const parts = (data: FormData, of: Parameters<typeof emptyRowProblems>[0] = page) =>
  emptyRowProblems(of, data).map(({ field, part, key }) => [field, part, key]);
const rowsAfter = (data: FormData) => {
  const value = readAnswers(page, data, {}).incomes as { rows: Record<string, string>[] } | undefined;
  return value?.rows.map(({ from }) => from);
};

describe('one more row', () => {
  it('is added where all that stand are begun', () => {
    const data = posted(['Jobbet'], add);
    expect(parts(data)).toEqual([]);
    expect(rowsAfter(data)).toEqual(['Jobbet', '']);
  });

  it('is not added where one stands empty: what is required in that one is asked for', () => {
    expect(parts(posted([''], add))).toEqual([
      ['incomes', '1-from', 'missing'],
      ['incomes', '1-amount', 'missing'],
    ]);
    const second = posted(['Jobbet', ''], add);
    expect(parts(second)).toEqual([
      ['incomes', '2-from', 'missing'],
      ['incomes', '2-amount', 'missing'],
    ]);
    expect(rowsAfter(second)).toEqual(['Jobbet', '']);
  });

  it('is asked for in the first row where all have been emptied, since that one stays', () => {
    const data = posted(['', ''], add);
    expect(parts(data).map(([, part]) => part)).toEqual(['1-from', '1-amount']);
    expect(rowsAfter(data)).toBeUndefined();
  });

  it('asks for the first question where none is required', () => {
    const columns = incomes.columns.map((column) => ({ ...column, required: false }));
    expect(parts(posted([''], add), pageOf({ ...incomes, columns }))).toEqual([
      ['incomes', '1-from', 'missing'],
    ]);
  });

  it('was not asked for by any other button', () => {
    for (const intent of ['next', 'later', removeRow(incomes, 1), addRow({ id: 'costs' })])
      expect(parts(posted([''], intent)), intent).toEqual([]);
  });
});
