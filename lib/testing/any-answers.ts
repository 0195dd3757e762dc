import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK, nextPage, pagesFor } from '@/lib/applications/domain/navigation';
import { readiness } from '@/lib/applications/domain/readiness';
import { findProblems } from '@/lib/catalogue/domain/answers-schema';
import { checksOf } from '@/lib/catalogue/domain/form-page';
import { allFields, arbitraryAnswers } from './arbitrary-answers';
import { putRight } from './put-right';
import { forms, sentPage } from './service-forms';

/** Each service is tried so many times, its municipalities' own forms together. */
const RUNS_PER_SERVICE = 1000;

/** What holds of a service's forms, whatever is answered. A test file per service: they take turns on all cores. */
export function holdsOfAnyAnswers(slug: string): void {
  const alike = forms.filter(({ definition }) => definition.slug === slug);
  const numRuns = Math.ceil(RUNS_PER_SERVICE / alike.length);

  it('is a service that somebody offers', () => expect(alike).not.toEqual([]));

  // Thousands of forms filled in at random take their time on a busy machine.
  describe.each(alike)('$name', { timeout: 60_000 }, (form) => {
    const { definition, context } = form;
    const answers = arbitraryAnswers(definition, context);

    it('can be finished from wherever somebody has ended up', () => {
      const rounds = allFields(definition).length;
      fc.assert(
        fc.property(answers, (start) => {
          let now = start;
          // Each round puts right what is wrong; new questions may open, but there are only so many.
          for (let round = 0; round <= rounds; round += 1) {
            const { ready, pages } = readiness(definition, now, context);
            if (ready) return;
            const problems = pages.flatMap((page) => page.problems);
            expect(problems.length).toBeGreaterThan(0);
            now = putRight(definition, now, problems, context);
          }
          expect.unreachable('still not ready');
        }),
        { numRuns },
      );
    });

    it('leads from the first page to the last by "next"', () => {
      fc.assert(
        fc.property(answers, (given) => {
          const walked: string[] = [];
          for (let at = pagesFor(definition, given)[0] ?? CHECK; at !== CHECK; ) {
            walked.push(at);
            at = nextPage(definition, given, at);
          }
          expect(walked).toEqual(pagesFor(definition, given));
        }),
        { numRuns },
      );
    });

    it('is judged alike page by page in the browser and as a whole on the server', () => {
      fc.assert(
        fc.property(answers, (given) => {
          for (const { slug, problems } of readiness(definition, given, context).pages) {
            const page = sentPage(form, slug, given);
            if (!page) expect.unreachable(`${slug} is not on the way`);
            const [pages, judgedBy, elsewhere] = checksOf(page);
            expect(findProblems(pages, page.answers, judgedBy, elsewhere)).toEqual(problems);
          }
        }),
        { numRuns },
      );
    });
  });
}
