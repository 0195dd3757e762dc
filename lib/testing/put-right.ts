import { readiness } from '@/lib/applications/domain/readiness';
import type { Problem } from '@/lib/catalogue/domain/answers-schema';
import type { Answers, AnswerValue } from '@/lib/catalogue/domain/answers-shape';
import type { ServiceForm } from '@/lib/catalogue/domain/definition';
import type { CheckContext } from '@/lib/catalogue/domain/findings';
import { type AskedField, isAsked } from '@/lib/catalogue/domain/form-shape';
import { fieldsIn } from '@/lib/catalogue/domain/rules';
import { rightAnswer, rightAnswers } from './right-answers';

/** More than enough for rules that are a sentence long; a rule about more is not one that a person can put right. */
const MOST_TRIED = 500;

/**
 * The answers with what is wrong put right, as somebody would who does what the form says: a wrong answer is answered
 * again; where answers don't agree, or the form stops, the answers that it asks about are changed.
 */
export function putRight(
  definition: ServiceForm,
  answers: Answers,
  problems: readonly Problem[],
  context: CheckContext,
): Answers {
  const { fields, rules } = ownRules(definition);
  let right = answers;
  for (const problem of problems) {
    const field = fields.get(problem.field);
    const isBetween = problem.key === 'limit' || problem.key === 'stopped';
    if (field && !isBetween) right = { ...right, [field.id]: rightAnswer(field, context) };
    else if (isBetween) right = agree(definition, right, problem, rules(problem), fields, context);
  }
  return right;
}

/** Tries right answers to the questions that the rule asks about, until it says nothing more. */
function agree(
  definition: ServiceForm,
  answers: Answers,
  problem: Problem,
  asked: readonly string[],
  fields: ReadonlyMap<string, AskedField<unknown>>,
  context: CheckContext,
): Answers {
  let tried: Answers[] = [answers];
  for (const id of asked) {
    const field = fields.get(id);
    if (!field) continue;
    const choices: AnswerValue[] = rightAnswers(field, context);
    tried = tried.flatMap((start) => [start, ...choices.map((choice) => ({ ...start, [id]: choice }))]);
    tried = tried.slice(0, MOST_TRIED);
  }
  const found = tried.find((candidate) => {
    const { pages } = readiness(definition, candidate, context);
    return !pages.some((page) =>
      page.problems.some(({ field, key }) => field === problem.field && key === problem.key),
    );
  });
  if (!found) throw new Error(`No answers to ${asked.join(', ')} satisfy ${problem.field} (${problem.key})`);
  return found;
}

function ownRules(definition: ServiceForm) {
  const fields = new Map<string, AskedField<unknown>>();
  const sums = new Map<string, string[]>();
  const shown = new Map<string, unknown[]>();
  const limits = new Map<string, unknown[]>();
  for (const page of definition.pages) {
    for (const group of page.groups) {
      for (const field of group.fields) {
        if (isAsked(field)) fields.set(field.id, field);
        if (field.kind === 'computed') sums.set(field.id, fieldsIn(field.value));
        shown.set(field.id, [page.shownIf, group.shownIf, field.shownIf]);
      }
    }
    for (const { field, holds } of page.limits ?? [])
      limits.set(field, [...(limits.get(field) ?? []), holds]);
  }
  /** Sums are nobody's answer: what they are made of is. */
  const answered = (id: string): string[] => sums.get(id)?.flatMap(answered) ?? [id];
  const rules = ({ key, field }: Problem) =>
    fieldsIn(key === 'limit' ? limits.get(field) : shown.get(field)).flatMap(answered);
  return { fields, rules };
}
