import { findProblems, type Problem } from '@/lib/catalogue/domain/answers-schema';
import type { Answers } from '@/lib/catalogue/domain/answers-shape';
import type { ServiceForm } from '@/lib/catalogue/domain/definition';
import type { CheckContext } from '@/lib/catalogue/domain/findings';
import { reach } from '@/lib/catalogue/domain/visibility';

export interface PageReadiness {
  slug: string;
  /** whether every answer on the page is there and right */
  ready: boolean;
  problems: Problem[];
}

export interface Readiness {
  /** whether it can be signed and sent */
  ready: boolean;
  pages: PageReadiness[];
  /** the first page with something to put right, else null */
  firstUnready: string | null;
}

/**
 * What stands between these answers and sending them in, page by page, by the schema of the whole form.
 * @param found problems that the form's own checks can't see, at its questions
 */
export function readiness(
  definition: ServiceForm,
  answers: Answers,
  context: CheckContext,
  found: readonly Problem[] = [],
): Readiness {
  const ownProblems = findProblems(definition.pages, answers, context);
  const isTold = new Set(ownProblems.map(({ field }) => field));
  const problems = [...ownProblems, ...found.filter(({ field }) => !isTold.has(field))];
  const pages = reach(definition.pages, answers).pages.map(({ slug, fields }) => {
    const ids = new Set(fields.map((field) => field.id));
    const own = problems.filter((problem) => ids.has(problem.field));
    return { slug, ready: own.length === 0, problems: own };
  });
  return {
    ready: problems.length === 0,
    pages,
    firstUnready: pages.find((page) => !page.ready)?.slug ?? null,
  };
}
