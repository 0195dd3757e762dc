import type { CalendarDate } from '@/lib/kernel/calendar-date';
import type { Said } from '@/lib/kernel/said';
import type { Answers } from './answers-shape';
import type { ServiceForm } from './definition';
import type { CheckContext, Self } from './findings';
import { type Field, type Group, isAsked, type Limit, type Page } from './form-shape';
import { asksForAnother } from './own-number';
import { fieldsIn, type RuleData } from './rules';
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

/** A child in the resident's care, as the register knows it. */
export interface ChildChoice {
  /** stands for the child in her answers; says nothing to others */
  key: string;
  name: string;
  nationalId: string;
}

/**
 * One page of a form in one language, ready to show and to check: all that the browser gets. Plain data.
 */
export interface FormPage {
  slug: string;
  title: string;
  lead?: string | undefined;
  groups: Group<string>[];
  limits: Limit<string>[];
  /** ids of the fields that are on the page with these answers, and of those that must be answered */
  shown: string[];
  required: string[];
  /** what the page's sums come to with these answers, by field */
  sums: Record<string, number | null>;
  /** the page's own answers, also those to questions that are hidden just now */
  answers: Answers;
  /** answers on other pages, only those that this page's rules ask about */
  elsewhere: RuleData;
  today: CalendarDate;
  /** empty when no field on the page asks for homes, or for a child */
  homes: HomeChoice[];
  children: ChildChoice[];
  /** null where no question on the page asks for the number of somebody else */
  self: Self | null;
}

export interface PageOptions {
  language: string;
  today: CalendarDate;
  /** all answers so far, as kept */
  answers: Answers;
  homes: readonly HomeChoice[];
  children: readonly ChildChoice[];
  self: Self | null;
}

const fieldsOf = <T>(page: { groups: Group<T>[] }): Field<T>[] =>
  page.groups.flatMap((group) => group.fields);

/** The page, or null where the form has no page of that slug, or none that these answers lead to. */
export function compilePage(
  definition: Pick<ServiceForm, 'languages' | 'pages'>,
  slug: string,
  options: PageOptions,
): FormPage | null {
  const { languages, pages } = definition;
  const page = pages.find((candidate) => candidate.slug === slug);
  const reached = reach(pages, options.answers);
  if (!page || !reached.pages.some((candidate) => candidate.slug === slug)) return null;

  const {
    title,
    lead,
    groups,
    limits = [],
  } = localize<Page<string>>(page, languages, languageOf(definition, options.language));
  const own = new Set(fieldsOf(page).map((field) => field.id));
  const rules = [page.groups.map(rulesOf), page.limits?.map((limit) => limit.holds)];
  const self = asksForAnother(fieldsOf(page)) ? options.self : null;
  const asked = [...fieldsIn(rules), ...(self?.onBehalf ? [self.onBehalf] : [])].filter((id) => !own.has(id));
  const asks = (kind: Field<unknown>['kind']) => fieldsOf(page).some((field) => field.kind === kind);
  const compiled: Omit<FormPage, keyof Judged | 'answers'> & Pick<FormPage, 'answers'> = {
    slug,
    title,
    lead,
    groups,
    limits,
    answers: Object.fromEntries(Object.entries(options.answers).filter(([id]) => own.has(id))),
    elsewhere: Object.fromEntries(asked.map((id) => [id, reached.data[id] ?? null])),
    today: options.today,
    homes: asks('care-home-wishes') ? [...options.homes] : [],
    children: asks('child') ? [...options.children] : [],
    self,
  };
  return { ...compiled, ...judge(compiled, compiled.answers) };
}

/** What changes on a page while it is being answered. */
export type Judged = Pick<FormPage, 'answers' | 'shown' | 'required' | 'sums'>;

/** What is on the page and what must be answered, given the page's answers: asked again at each change. */
export function judge(page: Pick<FormPage, 'slug' | 'groups' | 'elsewhere'>, answers: Answers): Judged {
  const { fields, data } = reach([{ slug: page.slug, groups: page.groups }], answers, page.elsewhere);
  return {
    answers,
    shown: fields.map((field) => field.id),
    required: fields.filter((field) => isAsked(field) && isRequired(field, data)).map((field) => field.id),
    sums: Object.fromEntries(
      fields.flatMap(({ kind, id }) =>
        kind === 'computed' ? [[id, typeof data[id] === 'number' ? data[id] : null]] : [],
      ),
    ),
  };
}

const rulesOf = <T>(group: Group<T>) => [
  group.shownIf,
  ...group.fields.map((field) => [
    field.shownIf,
    isAsked(field) ? field.requiredIf : undefined,
    field.kind === 'computed' ? field.value : undefined,
  ]),
];

/** What answersSchema needs of a page. */
export const checksOf = (page: FormPage): [PageShape<string>[], CheckContext, RuleData] => [
  [{ slug: page.slug, groups: page.groups, limits: page.limits }],
  {
    today: page.today,
    homes: page.homes.map((home) => home.slug),
    children: page.children.map((child) => child.key),
    self: page.self,
  },
  page.elsewhere,
];
