import {
  type Answers,
  type AnswerValue,
  isEmpty,
  isFiles,
  isPerson,
} from '@/lib/catalogue/domain/answers-shape';
import type { ServiceForm } from '@/lib/catalogue/domain/definition';
import type { HomeChoice } from '@/lib/catalogue/domain/form-page';
import { type AskedField, type Field, isAsked, type Page } from '@/lib/catalogue/domain/form-shape';
import { type AnswerTexts, fillIn } from '@/lib/catalogue/domain/form-texts';
import { languageOf, localize } from '@/lib/catalogue/domain/texts';
import { isRequired, reach } from '@/lib/catalogue/domain/visibility';
import { parseCalendarDate } from '@/lib/kernel/calendar-date';
import { dateText, type TextLanguage } from '@/lib/kernel/date-text';
import { formatNationalId, parseNationalId } from '@/lib/kernel/national-id';

export interface AnswerRow {
  field: string;
  question: string;
  /** the answer in words, a line each */
  answer: string[];
  answered: boolean;
  /** asked for and not there */
  missing: boolean;
}

export interface AnswerSection {
  /** slug of the page, for "change" */
  page: string;
  title: string;
  groups: { title?: string | undefined; rows: AnswerRow[] }[];
}

export interface WordsOptions {
  language: TextLanguage;
  texts: AnswerTexts;
  homes: readonly HomeChoice[];
  /** a moment to read personal numbers by */
  now: Date;
}

/** The form's pages in one language, only what these answers lead to. */
export function reachedPages(definition: ServiceForm, answers: Answers, language: string): Page<string>[] {
  const chosen = languageOf(definition, language);
  const pages = localize<Page<string>[]>(definition.pages, definition.languages, chosen);
  const { fields } = reach(pages, answers);
  const ids = new Set(fields.map((field) => field.id));
  return pages
    .map((page) => ({
      ...page,
      groups: page.groups
        .map((group) => ({ ...group, fields: group.fields.filter((field) => ids.has(field.id)) }))
        .filter((group) => group.fields.length > 0),
    }))
    .filter((page) => page.groups.length > 0);
}

/** Every question on the way with its answer in words: for the check page, the receipt and the back office. */
export function summarize(definition: ServiceForm, answers: Answers, options: WordsOptions): AnswerSection[] {
  const { data } = reach(definition.pages, answers);
  return reachedPages(definition, answers, options.language).flatMap((page) => {
    const groups = page.groups
      .map((group) => ({
        title: group.title,
        rows: group.fields.filter(isAsked).map((field): AnswerRow => {
          const answered = !isEmpty(answers[field.id]);
          return {
            field: field.id,
            question: field.label,
            answer: answerInWords(field, answers[field.id], options),
            answered,
            missing: !answered && isRequired(field, data),
          };
        }),
      }))
      .filter((group) => group.rows.length > 0);
    return groups.length > 0 ? [{ page: page.slug, title: page.title, groups }] : [];
  });
}

/** An answer as a person would read it, a line each; what isn't right yet is shown as it was typed. */
export function answerInWords(
  field: AskedField<string>,
  value: AnswerValue | undefined,
  { texts, homes, language, now }: WordsOptions,
): string[] {
  if (value === undefined || isEmpty(value)) return [texts['answer.none']];
  if (isPerson(value)) {
    const relation = field.kind === 'person' ? labelOf(field.relations, value.relation) : value.relation;
    return [value.name, relation, value.phone].filter((line) => line !== '');
  }
  if (isFiles(value)) {
    return [...value.files.map((file) => file.name), ...(value.later ? [texts['answer.later']] : [])];
  }
  if (Array.isArray(value)) {
    return field.kind === 'care-home-wishes'
      ? value.map(
          (slug, index) =>
            `${fillIn(texts['wish.label'], { number: index + 1 })}: ${
              homes.find((home) => home.slug === slug)?.name ?? slug
            }`,
        )
      : value.map((chosen) => ('options' in field ? labelOf(field.options, chosen) : chosen));
  }
  return line(field, value, { texts, language, now });
}

const labelOf = (options: readonly { value: string; label: string }[], value: string) =>
  options.find((option) => option.value === value)?.label ?? value;

function line(
  field: Field<string>,
  value: string,
  { texts, language, now }: Pick<WordsOptions, 'texts' | 'language' | 'now'>,
): string[] {
  switch (field.kind) {
    case 'choice':
      return [labelOf(field.options, value)];
    case 'yes-no':
    case 'consent':
      return [value === 'yes' ? texts.yes : value === 'no' ? texts.no : value];
    case 'date': {
      const date = parseCalendarDate(value);
      return [date ? dateText(date, language) : value];
    }
    case 'national-id': {
      const id = parseNationalId(value, now);
      return [id ? formatNationalId(id) : value];
    }
    case 'long-text':
      return value.split('\n');
    default:
      return [value];
  }
}
