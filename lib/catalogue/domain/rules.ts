import { LogicEngine } from 'json-logic-engine';
import { daysBetween, parseCalendarDate } from '@/lib/kernel/calendar-date';
import { rounded } from '@/lib/kernel/decimal';

/**
 * Conditions and sums in JsonLogic, cut down to what the meta-schema lets through. `{"var": "field-id"}` is an answer,
 * `{"var": "field-id.part"}` a part of one. No loops, no functions, no clock: a rule always ends, can be explained in a
 * sentence, and gives the same answer tomorrow.
 */
export type Variable = { var: string };
export type Sum =
  | number
  | Variable
  | { '+': Sum[] }
  | { '-': [Sum, Sum] }
  | { '*': [Sum, Sum] }
  | { '/': [Sum, Sum] }
  | { min: Sum[] }
  | { max: Sum[] }
  /** whole days from the first date to the second */
  | { days: [Variable, Variable] };
export type Operand = string | Variable;
export type Rule =
  | { '==': [Operand, Operand] }
  | { '!=': [Operand, Operand] }
  | { in: [Operand, Operand | string[]] }
  | { '<': [Sum | Operand, Sum | Operand] }
  | { '<=': [Sum | Operand, Sum | Operand] }
  | { '>': [Sum | Operand, Sum | Operand] }
  | { '>=': [Sum | Operand, Sum | Operand] }
  | { '!': Rule }
  | { and: Rule[] }
  | { or: Rule[] };

/** What a rule sees of one answer: words, chosen values, a number, the parts of an answer of several, or nothing. */
export type RuleValue = string | string[] | number | null | { [part: string]: string | number | null };
export type RuleData = Record<string, RuleValue>;

// Rules are run, never built: the engine's compiled mode needs eval, which the Content-Security-Policy refuses.
const engine = new LogicEngine();

type Value = unknown;
const isNumber = (value: Value): value is number => typeof value === 'number' && Number.isFinite(value);

/*
 * JsonLogic would take a missing answer for nought and compare numbers with letters. Ours don't: what isn't answered is
 * neither more nor less than anything. In + and − a missing number counts as nothing, as it does on paper.
 */
const comparing = (compare: (left: never, right: never) => boolean) => (pair: Value[]) => {
  const [left, right] = pair;
  const alike =
    (isNumber(left) && isNumber(right)) || (typeof left === 'string' && typeof right === 'string');
  return alike && compare(left as never, right as never);
};
const counting = (count: (values: number[]) => number | null) => (values: Value[]) => {
  const numbers = (Array.isArray(values) ? values : [values]).filter(isNumber);
  const result = numbers.length > 0 ? count(numbers) : null;
  return isNumber(result) ? rounded(result, 6) : null;
};
const ofTwo = (count: (left: number, right: number) => number) => (pair: Value[]) => {
  const [left, right] = pair;
  const result = isNumber(left) && isNumber(right) ? count(left, right) : null;
  return isNumber(result) ? rounded(result, 6) : null;
};

const own = {
  '<': comparing((left, right) => left < right),
  '<=': comparing((left, right) => left <= right),
  '>': comparing((left, right) => left > right),
  '>=': comparing((left, right) => left >= right),
  '+': counting((numbers) => numbers.reduce((sum, number) => sum + number, 0)),
  min: counting((numbers) => Math.min(...numbers)),
  max: counting((numbers) => Math.max(...numbers)),
  '-': (pair: Value[]) => {
    const [left, right] = pair;
    if (!isNumber(left) && !isNumber(right)) return null;
    return rounded((isNumber(left) ? left : 0) - (isNumber(right) ? right : 0), 6);
  },
  '*': ofTwo((left, right) => left * right),
  '/': ofTwo((left, right) => (right === 0 ? Number.NaN : left / right)),
  days: (pair: Value[]) => {
    const [from, to] = pair.map((value) => (typeof value === 'string' ? parseCalendarDate(value) : null));
    return from && to ? daysBetween(from, to) : null;
  },
};
// With `lazy: false` the engine reckons out what stands inside first, and hands over values.
for (const [name, method] of Object.entries(own)) engine.addMethod(name, { method, lazy: false });

/** Whether the condition holds. Same code, same answer, in browser and server. */
export const holds = (rule: Rule, data: RuleData): boolean => Boolean(engine.run(rule, data));

/** The number a sum comes to, or null where nothing it needs is answered. */
export function amount(sum: Sum, data: RuleData): number | null {
  const value: unknown = isNumber(sum) ? sum : engine.run(sum, data);
  return isNumber(value) ? rounded(value) : null;
}

/** What a rule asks about, as written: "field-id" or "field-id.part". */
export function variablesIn(rule: unknown): string[] {
  if (Array.isArray(rule)) return rule.flatMap(variablesIn);
  if (rule === null || typeof rule !== 'object') return [];
  return Object.entries(rule).flatMap(([operator, operand]) =>
    operator === 'var' ? [String(operand)] : variablesIn(operand),
  );
}

/** Ids of the fields that a rule asks about. */
export const fieldsIn = (rule: unknown): string[] => [
  ...new Set(variablesIn(rule).map((variable) => variable.split('.')[0] ?? variable)),
];

/** Whether everything the rule asks about is answered. */
export const isAnswered = (rule: unknown, data: RuleData): boolean =>
  variablesIn(rule).every((variable) => {
    const [field = '', part] = variable.split('.');
    const value = data[field] ?? null;
    const asked = part === undefined || value === null ? value : partOf(value, part);
    return asked !== null && asked !== '' && !(Array.isArray(asked) && asked.length === 0);
  });

const partOf = (value: Exclude<RuleValue, null>, part: string) =>
  typeof value === 'object' && !Array.isArray(value) ? (value[part] ?? null) : null;
