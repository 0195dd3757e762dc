import { type Answers, type AnswerValue, isEmpty } from './answers-shape';
import { type AskedField, type Field, isAsked, type Page } from './form-shape';
import { holds, type RuleData } from './rules';

/** The part of a page that decides what is shown: the same for a stored definition and a page in one language. */
export type PageShape<T> = Pick<Page<T>, 'slug' | 'shownIf' | 'groups'>;

export interface Reachable<T> {
  /** pages with something on them, in order */
  pages: { slug: string; fields: Field<T>[] }[];
  fields: Field<T>[];
  /** the answers that can be reached; all others are gone */
  answers: Answers;
  data: RuleData;
}

/** What a rule sees of an answer. A value that is none of the field's options counts as unanswered. */
function ruleValue<T>(field: AskedField<T>, value: AnswerValue | undefined): string | string[] | null {
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
    default:
      return typeof value === 'string' || Array.isArray(value) ? value : null;
  }
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
        if (!isAsked(field)) continue;
        const value = answers[field.id];
        data[field.id] = ruleValue(field, value);
        if (value !== undefined && !isEmpty(value)) kept[field.id] = value;
      }
    }
    if (fields.length > 0) reached.push({ slug: page.slug, fields });
  }
  return { pages: reached, fields: reached.flatMap((page) => page.fields), answers: kept, data };
}

/** Whether an answer must be given, by the answers there are. */
export const isRequired = <T>(field: AskedField<T>, data: RuleData): boolean =>
  field.required || (field.requiredIf !== undefined && holds(field.requiredIf, data));
