import type { Problem } from '@/lib/catalogue/domain/answers-schema';
import type { FormPage } from '@/lib/catalogue/domain/form-page';
import { fillIn, type PageTexts } from '@/lib/catalogue/domain/form-texts';

/** Name (and id) of the input that a problem is shown at, and that the error summary links to. */
export const inputOf = (problem: Problem): string =>
  problem.part === undefined ? problem.field : `${problem.field}-${problem.part}`;

/** A problem as a sentence that says what to do: the question's own words where it has them. */
export function problemText(problem: Problem, page: FormPage, texts: PageTexts): string {
  const field = page.groups
    .flatMap((group) => group.fields)
    .find((candidate) => candidate.id === problem.field);
  const own = problem.key === 'missing' && field && 'missing' in field ? field.missing : undefined;
  return fillIn(own ?? texts[`problems.${problem.key}`], problem.params);
}
