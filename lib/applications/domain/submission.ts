import { findProblems, type Problem } from '@/lib/catalogue/domain/answers-schema';
import type { Answers } from '@/lib/catalogue/domain/answers-shape';
import { checksOf, type FormPage, judge } from '@/lib/catalogue/domain/form-page';
import { type Posted, readAnswers, shownFields } from './answers';

export type Submission =
  /** all right: go on */
  | { outcome: 'complete'; answers: Answers }
  /** something to put right, at the field */
  | { outcome: 'problems'; answers: Answers; problems: Problem[] }
  /** the answers opened new questions on this page, which the person has not seen yet: show them, blame nobody */
  | { outcome: 'more-questions'; answers: Answers; fields: string[] };

/**
 * What a posted page means. Browser and server run this same function. The answers are to be kept in every outcome.
 * New questions turn up here only without JavaScript: with it they open as soon as they are due.
 */
export function readSubmission(page: FormPage, posted: Posted): Submission {
  const answers = readAnswers(page, posted, page.answers);
  const problems = findProblems(...withAnswers(page, answers));
  const shown = shownFields(posted);
  const isNew = (field: string) => shown !== null && !shown.has(field);
  const seen = problems.filter((problem) => !isNew(problem.field));
  if (seen.length > 0) return { outcome: 'problems', answers, problems: seen };
  const fields = judge(page, answers).shown.filter(isNew);
  if (fields.length > 0) return { outcome: 'more-questions', answers, fields };
  return { outcome: 'complete', answers };
}

/** The same, where something that the page's own checks can't see is wrong. */
export const unless = (submission: Submission, problems: readonly Problem[]): Submission =>
  submission.outcome === 'complete' && problems.length > 0
    ? { outcome: 'problems', answers: submission.answers, problems: [...problems] }
    : submission;

function withAnswers(page: FormPage, answers: Answers): Parameters<typeof findProblems<string>> {
  const [pages, context, elsewhere] = checksOf(page);
  return [pages, answers, context, elsewhere];
}
