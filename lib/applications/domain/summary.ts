import {
  type Answers,
  type AnswerValue,
  filledRows,
  isEmpty,
  isFiles,
  isParts,
  isRows,
  type PartsAnswer,
  type RowsAnswer,
} from '@/lib/catalogue/domain/answers-shape';
import { bankAccountInWords } from '@/lib/catalogue/domain/bank-account';
import type { ServiceForm } from '@/lib/catalogue/domain/definition';
import type { ChildChoice, HomeChoice } from '@/lib/catalogue/domain/form-page';
import {
  type Field,
  isAsked,
  type Page,
  type RowsField,
  type ScheduleField,
} from '@/lib/catalogue/domain/form-shape';
import { type AnswerTexts, fillIn } from '@/lib/catalogue/domain/form-texts';
import type { RuleData } from '@/lib/catalogue/domain/rules';
import { languageOf, localize } from '@/lib/catalogue/domain/texts';
import { isRequired, reach } from '@/lib/catalogue/domain/visibility';
import { parseCalendarDate } from '@/lib/kernel/calendar-date';
import { dateText, type TextLanguage } from '@/lib/kernel/date-text';
import { decimalText, parseDecimal } from '@/lib/kernel/decimal';
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
  children: readonly ChildChoice[];
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
        rows: group.fields.flatMap((field): AnswerRow[] => {
          if (field.kind === 'information') return [];
          const value = field.kind === 'computed' ? sumIn(data, field.id) : answers[field.id];
          const answered = value !== undefined && !isEmpty(value);
          return [
            {
              field: field.id,
              question: field.label,
              answer: answerInWords(field, value, options),
              answered,
              missing: !answered && isAsked(field) && isRequired(field, data),
            },
          ];
        }),
      }))
      .filter((group) => group.rows.length > 0);
    return groups.length > 0 ? [{ page: page.slug, title: page.title, groups }] : [];
  });
}

/** What a computed field comes to, as if somebody had written it. */
export function sumIn(data: RuleData, field: string): string | undefined {
  const value = data[field];
  return typeof value === 'number' ? String(value) : undefined;
}

/** An answer as a person would read it, a line each; what isn't right yet is shown as it was typed. */
export function answerInWords(
  field: Exclude<Field<string>, { kind: 'information' }>,
  value: AnswerValue | undefined,
  options: WordsOptions,
): string[] {
  const { texts, homes } = options;
  if (value === undefined || isEmpty(value)) return [texts['answer.none']];
  if (isFiles(value)) {
    return [...value.files.map((file) => file.name), ...(value.later ? [texts['answer.later']] : [])];
  }
  if (isRows(value)) return field.kind === 'rows' ? rowsInWords(field, value, options) : [];
  if (isParts(value)) return partsInWords(field, value, options);
  if (Array.isArray(value)) {
    if (field.kind === 'schedule') return scheduleInWords(field, value);
    return field.kind === 'care-home-wishes'
      ? value.map(
          (slug, index) =>
            `${fillIn(texts['wish.label'], { number: index + 1 })}: ${
              homes.find((home) => home.slug === slug)?.name ?? slug
            }`,
        )
      : value.map((chosen) => ('options' in field ? labelOf(field.options, chosen) : chosen));
  }
  return line(field, value, options);
}

const labelOf = (options: readonly { value: string; label: string }[], value: string) =>
  options.find((option) => option.value === value)?.label ?? value;

/** "Lön 1: Städbolaget, 12 500 kr": a row is a line. */
function rowsInWords(field: RowsField<string>, value: RowsAnswer, options: WordsOptions): string[] {
  return filledRows(value).map(({ cells }, index) => {
    const number = fillIn(options.texts['rows.number'], { item: field.item, number: index + 1 });
    const words = field.columns.flatMap((column) => {
      const cell = cells[column.id] ?? '';
      return cell === '' ? [] : [`${column.label}: ${line(column, cell, options).join(' ')}`];
    });
    return `${number}. ${words.join(', ')}`;
  });
}

/** "Måndag: förmiddag, eftermiddag". */
const scheduleInWords = (field: ScheduleField<string>, cells: readonly string[]): string[] =>
  field.rows.flatMap((row) => {
    const own = field.columns.filter((column) => cells.includes(`${row.value}.${column.value}`));
    return own.length > 0 ? [`${row.label}: ${own.map((column) => column.label).join(', ')}`] : [];
  });

function partsInWords(field: Field<string>, value: PartsAnswer, options: WordsOptions): string[] {
  const { texts, children, language } = options;
  const part = (name: string) => value[name] ?? '';
  const filled = (...lines: string[]) => lines.filter((text) => text !== '');
  switch (field.kind) {
    case 'person':
      return filled(part('name'), labelOf(field.relations, part('relation')), part('phone'));
    case 'period': {
      const day = (name: string) => dayInWords(part(name), language);
      const key = part('to') === '' ? 'period.until-further' : 'period.between';
      return [fillIn(texts[key], { from: day('from'), to: day('to') })];
    }
    case 'child': {
      const known = children.find((child) => child.key === part('child'));
      const name = known?.name ?? part('name');
      return filled(name, nationalIdInWords(known?.nationalId ?? part('national-id'), options.now));
    }
    case 'address':
      return filled(part('street'), `${part('postcode')} ${part('city')}`.trim());
    case 'bank-account': {
      const account = bankAccountInWords(part('clearing'), part('account'));
      return account ? [account.number, account.bank] : filled(part('clearing'), part('account'));
    }
    default:
      return filled(...Object.values(value));
  }
}

const dayInWords = (value: string, language: TextLanguage): string => {
  const date = parseCalendarDate(value);
  return date ? dateText(date, language) : value;
};

const nationalIdInWords = (value: string, now: Date): string => {
  const id = parseNationalId(value, now);
  return id ? formatNationalId(id) : value;
};

function line(
  field: Exclude<Field<string>, { kind: 'information' }>,
  value: string,
  { texts, language, now }: Pick<WordsOptions, 'texts' | 'language' | 'now'>,
): string[] {
  const decimalSign = texts['decimal.sign'] === '.' ? '.' : ',';
  const money = (text: string) => {
    const number = parseDecimal(text, 2);
    if (number === null) return text;
    const amount = decimalText(number, { money: true, decimalSign });
    return fillIn(texts['money.amount'], { amount });
  };
  const number = (text: string, decimals: number, unit: string | undefined) => {
    const parsed = parseDecimal(text, decimals);
    const digits = parsed === null ? text : decimalText(parsed, { decimalSign });
    return unit ? `${digits} ${unit}` : digits;
  };
  switch (field.kind) {
    case 'choice':
      return [labelOf(field.options, value)];
    case 'yes-no':
    case 'consent':
      return [value === 'yes' ? texts.yes : value === 'no' ? texts.no : value];
    case 'date':
      return [dayInWords(value, language)];
    case 'national-id':
      return [nationalIdInWords(value, now)];
    case 'money':
      return [money(value)];
    case 'computed':
      return [field.money ? money(value) : number(value, 12, field.unit)];
    case 'number':
      return [number(value, field.decimals, field.unit)];
    case 'long-text':
      return value.split('\n');
    default:
      return [value];
  }
}
