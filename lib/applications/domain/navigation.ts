import type { Answers } from '@/lib/catalogue/domain/answers-shape';
import type { ServiceForm } from '@/lib/catalogue/domain/definition';
import { reach } from '@/lib/catalogue/domain/visibility';

/** Where the pages of the form end and the answers are looked through. */
export const CHECK = 'check';

/** Slugs of the pages these answers lead to, in order. */
export const pagesFor = (definition: ServiceForm, answers: Answers): string[] =>
  reach(definition.pages, answers).pages.map((page) => page.slug);

/** The page after, or CHECK after the last one. From a page that is no longer on the way: the first after it that is. */
export function nextPage(definition: ServiceForm, answers: Answers, slug: string): string {
  const order = definition.pages.map((page) => page.slug);
  const onTheWay = pagesFor(definition, answers);
  return onTheWay.find((candidate) => order.indexOf(candidate) > order.indexOf(slug)) ?? CHECK;
}

/** The page before, or null before the first. `CHECK` may be asked about too. */
export function previousPage(definition: ServiceForm, answers: Answers, slug: string): string | null {
  const onTheWay = pagesFor(definition, answers);
  if (slug === CHECK) return onTheWay.at(-1) ?? null;
  const order = definition.pages.map((page) => page.slug);
  return onTheWay.findLast((candidate) => order.indexOf(candidate) < order.indexOf(slug)) ?? null;
}

/** Where the page stands on the way, from 1. Null where these answers don't lead to it. */
export function progress(
  definition: ServiceForm,
  answers: Answers,
  slug: string,
): { step: number; of: number } | null {
  const onTheWay = pagesFor(definition, answers);
  const index = onTheWay.indexOf(slug);
  return index === -1 ? null : { step: index + 1, of: onTheWay.length };
}
