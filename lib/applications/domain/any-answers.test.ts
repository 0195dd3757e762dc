import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findProblems } from '@/lib/catalogue/domain/answers-schema';
import { checksOf } from '@/lib/catalogue/domain/form-page';
import { allFields, arbitraryAnswers } from '@/lib/testing/arbitrary-answers';
import { putRight } from '@/lib/testing/put-right';
import { forms, sentPage } from '@/lib/testing/service-forms';
import { CHECK, nextPage, pagesFor } from './navigation';
import { readiness } from './readiness';

/* What holds of every form in the catalogue, whatever is answered. */

/** Each service is tried so many times, its municipalities' own forms together. */
const RUNS_PER_SERVICE = 1000;

// Thousands of forms filled in at random take their time on a busy machine.
describe.each(forms)('$name', { timeout: 180_000 }, (form) => {
  const { definition, context } = form;
  const answers = arbitraryAnswers(definition, context);
  const alike = forms.filter((other) => other.definition.slug === definition.slug);
  const numRuns = Math.ceil(RUNS_PER_SERVICE / alike.length);

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
