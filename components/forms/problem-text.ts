import type { Problem } from '@/lib/catalogue/domain/answers-schema';
import type { FormPage } from '@/lib/catalogue/domain/form-page';
import type { Field } from '@/lib/catalogue/domain/form-shape';
import { fillIn, type PageTexts } from '@/lib/catalogue/domain/form-texts';

/** Name (and id) of the input that a problem is shown at, and that the error summary links to. */
export const inputOf = (problem: Problem): string =>
  problem.part === undefined ? problem.field : `${problem.field}-${problem.part}`;

/** A problem as a sentence that says what to do: the question's own words where it has them. */
export function problemText(problem: Problem, page: FormPage, texts: PageTexts): string {
  const field = page.groups
    .flatMap((group) => group.fields)
    .find((candidate) => candidate.id === problem.field);
  return fillIn(ownText(problem, page, field) ?? texts[`problems.${problem.key}`], {
    ...problem.params,
    ...(typeof problem.params.date === 'string' && { date: asWritten(problem.params.date) }),
  });
}

/** A date as it is written in the three boxes: "22 11 2026". */
const asWritten = (date: string) => date.split('-').reverse().map(Number).join(' ');

function ownText({ key, part, params }: Problem, page: FormPage, field: Field<string> | undefined) {
  if (key === 'limit') return page.limits[Number(params.limit)]?.message;
  if (key !== 'missing' || !field) return undefined;
  // "2-amount": the amount in the second row.
  const column = field.kind === 'rows' ? field.columns.find(({ id }) => part?.endsWith(`-${id}`)) : undefined;
  if (column) return column.missing;
  return 'missing' in field ? field.missing : undefined;
}
