import * as z from 'zod/mini';
import type { Answers } from './answers-shape';
import { contextKey, fieldSchema } from './field-schema';
import type { CheckContext, ProblemKey } from './findings';
import { isAsked } from './form-shape';
import { hasParts } from './input-names';
import { ownNumbers } from './own-number';
import { holds, isAnswered, type RuleData } from './rules';
import { isRequired, type PageShape, reach } from './visibility';

/** Something to put right, at one field. The words come from the definition and the namespace `forms`. */
export interface Problem {
  field: string;
  /** which of the field's inputs, e.g. "phone" of a person or "2" for the second wish */
  part?: string;
  key: ProblemKey;
  params: Record<string, string | number>;
}

/**
 * One zod schema for the answers of some pages: a page's own in the browser and on the server, and the whole form's
 * when it is sent in. What can't be reached is pruned first, so that a hidden question never stops anybody.
 * @param elsewhere answers to questions on other pages that these pages' rules ask about
 */
export function answersSchema<T>(
  pages: readonly PageShape<T>[],
  context: CheckContext,
  elsewhere?: RuleData,
): z.ZodMiniType<Answers, Answers> {
  if (elsewhere) return makeSchema(pages, context, elsewhere);
  // A whole form stays in memory and is judged again and again; making a schema costs more than using it.
  const key = contextKey(context);
  const known = made.get(pages);
  if (known?.key === key) return known.schema;
  const schema = makeSchema(pages, context, {});
  made.set(pages, { key, schema });
  return schema;
}

const made = new WeakMap<object, { key: string; schema: z.ZodMiniType<Answers, Answers> }>();

function makeSchema<T>(
  pages: readonly PageShape<T>[],
  context: CheckContext,
  elsewhere: RuleData,
): z.ZodMiniType<Answers, Answers> {
  const fields = pages.flatMap((page) => page.groups.flatMap((group) => group.fields)).filter(isAsked);
  const shape = Object.fromEntries(
    fields.map((field) => [field.id, z.optional(fieldSchema(field, context))]),
  );
  const reachable = z.pipe(
    z.custom<Answers>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
    z.transform((answers: Answers) => reach(pages, answers, elsewhere).answers),
  );
  const complete = z.strictObject(shape).check(({ value, issues }) => {
    const { fields: asked, data } = reach(pages, value as Answers, elsewhere);
    for (const field of asked) {
      if (!isAsked(field) || field.id in value || !isRequired(field, data)) continue;
      // Where there are no children to choose among, the name is asked for at once.
      const isNamed = field.kind === 'child' && context.children.length === 0;
      const part = isNamed ? 'name' : firstInput[field.kind];
      const path = part ? [field.id, part] : [field.id];
      issues.push({ code: 'custom', input: undefined, message: 'missing', params: {}, path, continue: true });
      // All of its inputs at once: not one more fault each time she goes on.
      if (hasParts(field)) {
        const empty = fieldSchema(field, context).safeParse({});
        for (const issue of empty.error?.issues ?? []) {
          if (issue.path[0] === part) continue;
          issues.push({
            ...issue,
            code: 'custom',
            input: undefined,
            path: [field.id, ...issue.path],
            continue: true,
          });
        }
      }
    }
    const found = (field: string, message: ProblemKey, params: Problem['params'] = {}) =>
      issues.push({ code: 'custom', input: undefined, message, params, path: [field], continue: true });
    const ids = new Set(asked.map((field) => field.id));
    for (const field of asked) {
      if (field.kind === 'information' && field.stops) found(field.id, 'stopped');
    }
    for (const { limits = [] } of pages) {
      for (const [index, limit] of limits.entries()) {
        if (!ids.has(limit.field) || !isAnswered(limit.holds, data) || holds(limit.holds, data)) continue;
        found(limit.field, 'limit', { limit: index });
      }
    }
  });
  return z.pipe(reachable, complete as unknown as z.ZodMiniType<Answers, Answers>);
}

/** Where a missing answer is shown, in fields made of several inputs. */
const firstInput: Record<string, string | undefined> = {
  person: 'name',
  period: 'from',
  child: 'child',
  address: 'street',
  'bank-account': 'clearing',
  'care-home-wishes': '1',
};

/** What is wrong, in the order of the form; empty when all is right. */
export function findProblems<T>(
  pages: readonly PageShape<T>[],
  answers: Answers,
  context: CheckContext,
  elsewhere?: RuleData,
): Problem[] {
  const parsed = answersSchema(pages, context, elsewhere).safeParse(answers);
  const own = ownNumbers(pages, answers, context, elsewhere);
  if (parsed.success && own.length === 0) return [];
  const order = new Map(
    pages
      .flatMap((page) => page.groups.flatMap((group) => group.fields))
      .map((field, index) => [field.id, index]),
  );
  const place = (problem: Problem) => order.get(problem.field) ?? -1;
  return [...(parsed.error?.issues.map(toProblem) ?? []), ...own].sort((a, b) => place(a) - place(b));
}

function toProblem(issue: z.core.$ZodIssue): Problem {
  const [field, part] = issue.path;
  const ours = issue.code === 'custom' && issue.message !== 'Invalid input';
  return {
    field: String(field ?? ''),
    ...(part !== undefined && { part: String(part) }),
    // Anything zod itself objects to is an answer of the wrong shape, which no page of ours sends.
    key: ours ? (issue.message as ProblemKey) : 'notAnOption',
    params: ours ? ((issue.params ?? {}) as Problem['params']) : {},
  };
}
