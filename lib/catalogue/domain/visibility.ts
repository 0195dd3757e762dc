import { parseCalendarDate } from '@/lib/kernel/calendar-date';
import { parseDecimal, rounded } from '@/lib/kernel/decimal';
import { type Answers, type AnswerValue, filledRows, isEmpty, isParts, isRows } from './answers-shape';
import { type AskedField, type Field, isAsked, type Page, type RowsField } from './form-shape';
import { amount, holds, type RuleData, type RuleValue } from './rules';

/** The part of a page that decides what is shown: the same for a stored definition and a page in one language. */
export type PageShape<T> = Pick<Page<T>, 'slug' | 'shownIf' | 'limits' | 'groups'>;

export interface Reachable<T> {
  /** pages with something on them, in order */
  pages: { slug: string; fields: Field<T>[] }[];
  fields: Field<T>[];
  /** the answers that can be reached; all others are gone */
  answers: Answers;
  data: RuleData;
}

const dateOrNull = (text: string | undefined) => parseCalendarDate(text ?? '');

/** What a rule sees of an answer. What can't be right counts as unanswered. */
function ruleValue<T>(field: AskedField<T>, value: AnswerValue | undefined): RuleValue {
  switch (field.kind) {
    case 'choice':
      return field.options.some((option) => option.value === value) ? (value as string) : null;
    case 'choices':
      return Array.isArray(value)
        ? value.filter((chosen) => field.options.some((option) => option.value === chosen))
        : [];
    case 'yes-no':
    case 'consent':
      return value === 'yes' || value === 'no' ? value : null;
    case 'number':
      return typeof value === 'string' ? parseDecimal(value, field.decimals) : null;
    case 'money':
      return typeof value === 'string' ? parseDecimal(value, 2) : null;
    case 'date':
      return typeof value === 'string' ? dateOrNull(value) : null;
    case 'period':
      return isParts(value) ? { from: dateOrNull(value.from), to: dateOrNull(value.to) } : null;
    case 'rows':
      return isRows(value) ? totals(field, value.rows.length > 0 ? filledRows(value) : []) : { count: 0 };
    default:
      if (isParts(value)) return { ...value };
      return typeof value === 'string' || Array.isArray(value) ? value : null;
  }
}

/** How many rows there are, and what each column of numbers comes to. */
function totals<T>(field: RowsField<T>, rows: ReturnType<typeof filledRows>): Record<string, number> {
  const sum = (id: string, decimals: number) =>
    rounded(rows.reduce((total, { cells }) => total + (parseDecimal(cells[id] ?? '', decimals) ?? 0), 0));
  return {
    count: rows.length,
    ...Object.fromEntries(
      field.columns.flatMap((column) =>
        column.kind === 'money' || column.kind === 'number'
          ? [[column.id, sum(column.id, column.kind === 'money' ? 2 : column.decimals)]]
          : [],
      ),
    ),
  };
}

/**
 * What the person is asked, given what she has answered so far. One pass is enough and always ends: the
 * meta-schema lets a shown-if rule look only at questions that come before it.
 * @param elsewhere answers on pages that are not among `pages`, already pruned
 */
export function reach<T>(
  pages: readonly PageShape<T>[],
  answers: Answers,
  elsewhere: RuleData = {},
): Reachable<T> {
  const data: RuleData = { ...elsewhere };
  const kept: Record<string, AnswerValue> = {};
  const reached: Reachable<T>['pages'] = [];
  for (const page of pages) {
    if (page.shownIf && !holds(page.shownIf, data)) continue;
    const fields: Field<T>[] = [];
    for (const group of page.groups) {
      if (group.shownIf && !holds(group.shownIf, data)) continue;
      for (const field of group.fields) {
        if (field.shownIf && !holds(field.shownIf, data)) continue;
        fields.push(field);
        if (field.kind === 'computed') data[field.id] = amount(field.value, data);
        if (!isAsked(field)) continue;
        // Boxes that all stand empty are no answer, to a rule either.
        const given = answers[field.id];
        const value = isEmpty(given) ? undefined : given;
        data[field.id] = ruleValue(field, value);
        if (value !== undefined) kept[field.id] = value;
      }
    }
    if (fields.length > 0) reached.push({ slug: page.slug, fields });
  }
  return { pages: reached, fields: reached.flatMap((page) => page.fields), answers: kept, data };
}

/** Whether an answer must be given, by the answers there are. */
export const isRequired = <T>(field: AskedField<T>, data: RuleData): boolean =>
  field.required || (field.requiredIf !== undefined && holds(field.requiredIf, data));
