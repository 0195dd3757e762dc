import type { Answers } from '@/lib/catalogue/domain/answers-shape';
import type { ServiceForm } from '@/lib/catalogue/domain/definition';
import { checkDocument } from '@/lib/catalogue/domain/definition-errors';
import type { CheckContext } from '@/lib/catalogue/domain/findings';
import {
  type ChildChoice,
  compilePage,
  type FormPage,
  type HomeChoice,
} from '@/lib/catalogue/domain/form-page';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { services } from '@/prisma/seed/services/all';
import { careHomes } from '@/prisma/seed/services/care-homes';

/** A form of the catalogue with what its answers are judged by. */
export interface TestForm {
  /** "granvik/sarskilt-boende" */
  name: string;
  definition: ServiceForm;
  context: CheckContext;
}

/** The day that tests of the catalogue's forms take for today. */
export const WRITTEN_ON = '2026-11-24';
const today = calendarDate(WRITTEN_ON);

const children: ChildChoice[] = [
  { key: 'child-1', name: 'Elsa', nationalId: '201409272380' },
  { key: 'child-2', name: 'Ivar', nationalId: '201701042382' },
];

/** Homes differ between municipalities; a path names them by their place. */
export const withHomes = (answers: Answers, homes: readonly string[]): Answers =>
  JSON.parse(
    JSON.stringify(answers).replace(/HOME-(\d)/g, (_, place: string) => homes[Number(place) - 1] ?? ''),
  );

export const forms: TestForm[] = Object.entries(services).flatMap(([tenant, documents]) =>
  documents.flatMap((document) => {
    const checked = checkDocument(document);
    if (!checked.ok || checked.definition.kind !== 'form') return [];
    const homes = (careHomes[tenant] ?? []).map((home) => home.slug);
    const { definition } = checked;
    const self = { nationalId: '196808199266', onBehalf: definition.onBehalf?.nationalId ?? null };
    const context = { today, homes, children: children.map(({ key }) => key), self };
    return [{ name: `${tenant}/${document.slug}`, definition, context }];
  }),
);

const choiceOf = (slug: string): HomeChoice => ({
  slug,
  name: slug,
  district: '',
  address: '',
  description: { text: '', lang: 'sv' },
  languages: [],
});

// What is on a page doesn't depend on answers: kept, so that thousands of pages are not read anew.
const known = new Map<string, FormPage['groups']>();

/** A compiled page after the journey to a browser; null where these answers don't lead to it. */
export function sentPage({ name, definition, context }: TestForm, slug: string, answers: Answers) {
  const compiled = compilePage(definition, slug, {
    language: 'sv',
    today: context.today,
    answers,
    homes: context.homes.map(choiceOf),
    children,
    self: context.self,
  });
  if (!compiled) return null;
  const { groups, ...rest } = compiled;
  const key = `${name} ${slug}`;
  const sent: FormPage['groups'] = known.get(key) ?? JSON.parse(JSON.stringify(groups));
  known.set(key, sent);
  return { ...(JSON.parse(JSON.stringify(rest)) as Omit<FormPage, 'groups'>), groups: sent };
}
