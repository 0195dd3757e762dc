import type { Problem } from '@/lib/catalogue/domain/answers-schema';
import { isBlank } from '@/lib/catalogue/domain/answers-shape';
import { addRow, INTENT } from '@/lib/catalogue/domain/input-names';
import { type AnyPage, fieldsOf, type Posted, postedRows } from './answers';

/**
 * Where one more row was asked for while one stands empty: what to write in that one. A second empty row would be of no
 * use, and a button that does nothing leaves her wondering.
 */
export function emptyRowProblems(page: AnyPage, posted: Posted): Problem[] {
  const pressed = posted.get(INTENT);
  const field = fieldsOf(page).find((one) => one.kind === 'rows' && pressed === addRow(one));
  if (field?.kind !== 'rows') return [];
  const rows = postedRows(field, posted);
  // The first of them: rows that are all empty are no answer, and the page comes back with the first alone.
  const empty = rows.findIndex(isBlank);
  if (empty < 0) return [];
  const required = field.columns.filter((column) => column.required);
  return (required.length > 0 ? required : field.columns.slice(0, 1)).map((column) => ({
    field: field.id,
    part: `${empty + 1}-${column.id}`,
    key: 'missing',
    params: {},
  }));
}
