import { LogicEngine } from 'json-logic-engine';

/**
 * A condition in JsonLogic, cut down to what the meta-schema lets through. `{"var": "field-id"}` is an answer.
 * No arithmetic, no loops, no functions: a rule always ends and can be explained in a sentence.
 */
export type Operand = string | { var: string };
export type Rule =
  | { '==': [Operand, Operand] }
  | { '!=': [Operand, Operand] }
  | { in: [Operand, Operand | string[]] }
  | { '!': Rule }
  | { and: Rule[] }
  | { or: Rule[] };

/** What a rule may look at: an answer in words, the chosen values of a multiple choice, or nothing. */
export type RuleData = Record<string, string | string[] | null>;

// Rules are run, never built: the engine's compiled mode needs eval, which the Content-Security-Policy refuses.
const engine = new LogicEngine();

/** Whether the condition holds. Same code, same answer, in browser and server. */
export const holds = (rule: Rule, data: RuleData): boolean => Boolean(engine.run(rule, data));

/** Ids of the fields that a rule asks about. */
export function variablesIn(rule: unknown): string[] {
  if (Array.isArray(rule)) return rule.flatMap(variablesIn);
  if (rule === null || typeof rule !== 'object') return [];
  return Object.entries(rule).flatMap(([operator, operand]) =>
    operator === 'var' ? [String(operand)] : variablesIn(operand),
  );
}
