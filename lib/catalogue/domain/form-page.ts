import type { CalendarDate } from '@/lib/kernel/calendar-date';
import type { Said } from '@/lib/kernel/said';
import type { Answers } from './answers-shape';
import type { ServiceForm } from './definition';
import { type Field, type Group, isAsked, type Page } from './form-shape';
import { type RuleData, variablesIn } from './rules';
import { languageOf, localize } from './texts';
import { isRequired, type PageShape, reach } from './visibility';

/** A home one can wish for, in the page's language. */
export interface HomeChoice {
  slug: string;
  name: string;
  district: string;
  address: string;
  description: Said;
  languages: string[];
}

/**
 * One page of a form in one language, ready to show and to check: all that the browser gets. Plain data.
 */
export interface FormPage {
  slug: string;
  title: string;
  lead?: string | undefined;
  groups: Group<string>[];
  /** ids of the fields that are on the page with these answers, and of those that must be answered */
  shown: string[];
  required: string[];
  /** the page's own answers, also those to questions that are hidden just now */
  answers: Answers;
  /** answers on other pages, only those that this page's rules ask about */
  elsewhere: RuleData;
  today: CalendarDate;
  /** empty when no field on the page asks for homes */
  homes: HomeChoice[];
}

export interface PageOptions {
  language: string;
  today: CalendarDate;
  /** all answers so far, as kept */
  answers: Answers;
  homes: readonly HomeChoice[];
}

const fieldsOf = <T>(page: { groups: Group<T>[] }): Field<T>[] =>
  page.groups.flatMap((group) => group.fields);

/** The page, or null where the form has no page of that slug, or none that these answers lead to. */
export function compilePage(definition: ServiceForm, slug: string, options: PageOptions): FormPage | null {
  const { languages, pages } = definition;
  const page = pages.find((candidate) => candidate.slug === slug);
  const reached = reach(pages, options.answers);
  if (!page || !reached.pages.some((candidate) => candidate.slug === slug)) return null;

  const { title, lead, groups } = localize<Page<string>>(
    page,
    languages,
    languageOf(definition, options.language),
  );
  const own = new Set(fieldsOf(page).map((field) => field.id));
  const asked = variablesIn(page.groups.map((group) => rulesOf(group))).filter((id) => !own.has(id));
  const compiled: Omit<FormPage, 'shown' | 'required'> = {
    slug,
    title,
    lead,
    groups,
    answers: Object.fromEntries(Object.entries(options.answers).filter(([id]) => own.has(id))),
    elsewhere: Object.fromEntries(asked.map((id) => [id, reached.data[id] ?? null])),
    today: options.today,
    homes: fieldsOf(page).some((field) => field.kind === 'care-home-wishes') ? [...options.homes] : [],
  };
  return { ...compiled, ...judge(compiled, compiled.answers) };
}

/** What changes on a page while it is being answered. */
export type Judged = Pick<FormPage, 'answers' | 'shown' | 'required'>;

/** What is on the page and what must be answered, given the page's answers: asked again at each change. */
export function judge(page: Pick<FormPage, 'slug' | 'groups' | 'elsewhere'>, answers: Answers): Judged {
  const { fields, data } = reach([{ slug: page.slug, groups: page.groups }], answers, page.elsewhere);
  return {
    answers,
    shown: fields.map((field) => field.id),
    required: fields.filter((field) => isAsked(field) && isRequired(field, data)).map((field) => field.id),
  };
}

const rulesOf = <T>(group: Group<T>) => [
  group.shownIf,
  ...group.fields.map((field) => [field.shownIf, 'requiredIf' in field ? field.requiredIf : undefined]),
];

/** What answersSchema needs of a page. */
export const checksOf = (
  page: FormPage,
): [PageShape<string>[], { today: CalendarDate; homes: string[] }, RuleData] => [
  [{ slug: page.slug, groups: page.groups }],
  { today: page.today, homes: page.homes.map((home) => home.slug) },
  page.elsewhere,
];
