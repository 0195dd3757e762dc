import type { CalendarDate } from '@/lib/kernel/calendar-date';
import { findProblems, type Problem } from './answers-schema';
import type { Answers } from './answers-shape';
import type { Guide } from './definition';
import { checksOf, compilePage, type FormPage } from './form-page';
import { type InformationField, isAsked } from './form-shape';
import { inputValues } from './input-names';
import { holds } from './rules';
import { languageOf, localize } from './texts';
import { reach } from './visibility';

/** What the guide says in the end. `S` is what is known of a service that the municipality shows. */
export interface GuideAnswer<S> {
  kind: 'answer';
  /** first what can't wait */
  advice: InformationField<string>[];
  fitting: { service: S; why: string }[];
  /** only where nothing fits */
  otherwise: { title: string; text: string } | null;
}

export interface GuidePage {
  kind: 'page';
  page: FormPage;
  /** how many pages have been answered before it, and this one */
  number: number;
  problems: Problem[];
}

export type GuideStep<S> = (GuidePage | GuideAnswer<S>) & {
  /** inputs that hold the answers given on other pages: the only place where they are kept */
  carried: { name: string; value: string }[];
};

/** Which button was pressed, on which page; `page` is null on the page with the answer. */
export interface GuideMove {
  page: string | null;
  to: 'next' | 'back';
}

/**
 * Where the guide leads from here. Nobody's word is taken for anything: whatever was sent, unreachable answers are
 * pruned, and the answer comes only when every question that these answers lead to has a right answer.
 * @param move null at the beginning
 */
export function guideStep<S extends { slug: string }>(
  guide: Guide,
  options: {
    language: string;
    today: CalendarDate;
    answers: Answers;
    services: readonly S[];
    move: GuideMove | null;
  },
): GuideStep<S> {
  const { language, today, move } = options;
  const { pages, answers } = reach(guide.pages, options.answers);
  const slugs = pages.map((page) => page.slug);
  const compiled = (slug: string): FormPage => {
    const page = compilePage(guide, slug, { language, today, answers, homes: [], children: [], self: null });
    if (!page) throw new Error(`The guide's page ${slug} can't be reached`);
    return page;
  };
  const problemsOn = (slug: string): Problem[] => {
    const page = compiled(slug);
    const [shapes, context, elsewhere] = checksOf(page);
    return findProblems(shapes, page.answers, context, elsewhere);
  };
  const show = (slug: string, problems: Problem[] = []): GuideStep<S> => ({
    kind: 'page',
    page: compiled(slug),
    number: slugs.indexOf(slug) + 1,
    problems,
    carried: carry(guide, answers, slug),
  });
  const first = slugs[0] ?? '';
  const here = move?.page == null ? slugs.length : slugs.indexOf(move.page);
  if (!move || here < 0) return show(first);
  if (move.to === 'back') return show(slugs[Math.max(0, here - 1)] ?? first);
  const slug = slugs[here];
  const problems = slug === undefined ? [] : problemsOn(slug);
  if (slug !== undefined && problems.length > 0) return show(slug, problems);
  const next = slugs[here + 1] ?? slugs.find((one) => problemsOn(one).length > 0);
  if (next !== undefined) return show(next);
  return { ...guideAnswer(guide, options), carried: carry(guide, answers, null) };
}

function guideAnswer<S extends { slug: string }>(
  guide: Guide,
  { language, answers, services }: { language: string; answers: Answers; services: readonly S[] },
): GuideAnswer<S> {
  const { data } = reach(guide.pages, answers);
  const say = <Localized>(node: unknown) =>
    localize<Localized>(node, guide.languages, languageOf(guide, language));
  const bySlug = new Map(services.map((service) => [service.slug, service]));
  const fitting = guide.outcomes
    .filter(({ when }) => holds(when, data))
    .flatMap(({ service: slug, why }) => {
      const service = bySlug.get(slug);
      // A service that fits for several reasons is named once, for the first of them.
      if (!service || !bySlug.delete(slug)) return [];
      return [{ service, why: say<string>(why) }];
    });
  return {
    kind: 'answer',
    advice: guide.advice
      .filter(({ shownIf }) => !shownIf || holds(shownIf, data))
      .map((advice) => say<InformationField<string>>(advice)),
    fitting,
    otherwise: fitting.length > 0 ? null : say(guide.otherwise),
  };
}

function carry(guide: Guide, answers: Answers, except: string | null): GuideStep<never>['carried'] {
  return guide.pages
    .filter((page) => page.slug !== except)
    .flatMap((page) => page.groups.flatMap((group) => group.fields))
    .filter(isAsked)
    .flatMap((field) => Object.entries(inputValues(field, answers[field.id])))
    .flatMap(([name, values]) => [values].flat().map((value) => ({ name, value })));
}
