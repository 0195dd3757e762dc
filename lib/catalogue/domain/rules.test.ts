import { afterEach, describe, expect, it, vi } from 'vitest';
import { amount, fieldsIn, holds, isAnswered, type Rule, type Sum, variablesIn } from './rules';

const data = {
  living: 'own',
  help: ['alarm', 'home-care'],
  nothing: null,
  empty: [],
  rent: 7500.5,
  children: 2,
  begins: '2026-11-24',
  incomes: { count: 2, amount: 12000 },
  period: { from: '2026-01-01', to: '2026-01-31' },
};
const cases: [Rule, boolean][] = [
  [{ '==': [{ var: 'living' }, 'own'] }, true],
  [{ '==': [{ var: 'living' }, 'hospital'] }, false],
  [{ '==': [{ var: 'nothing' }, 'own'] }, false],
  [{ '==': [{ var: 'never-asked' }, 'own'] }, false],
  [{ '!=': [{ var: 'living' }, 'hospital'] }, true],
  [{ '!=': [{ var: 'nothing' }, 'own'] }, true],
  [{ in: ['alarm', { var: 'help' }] }, true],
  [{ in: ['relatives', { var: 'help' }] }, false],
  [{ in: ['alarm', { var: 'empty' }] }, false],
  [{ in: ['alarm', { var: 'nothing' }] }, false],
  [{ in: [{ var: 'living' }, ['hospital', 'own']] }, true],
  [{ in: [{ var: 'nothing' }, ['hospital', 'own']] }, false],
  [{ '!': { '==': [{ var: 'living' }, 'own'] } }, false],
  [{ and: [{ '==': [{ var: 'living' }, 'own'] }, { in: ['alarm', { var: 'help' }] }] }, true],
  [{ and: [{ '==': [{ var: 'living' }, 'own'] }, { in: ['relatives', { var: 'help' }] }] }, false],
  [{ '<': [{ var: 'children' }, 3] }, true],
  [{ '<': [{ var: 'children' }, 2] }, false],
  [{ '<=': [{ var: 'children' }, 2] }, true],
  [{ '>': [{ var: 'incomes.amount' }, { var: 'rent' }] }, true],
  [{ '>=': [{ var: 'nothing' }, 0] }, false],
  [{ '<=': [{ var: 'nothing' }, 0] }, false],
  [{ '<': [{ var: 'living' }, 5] }, false],
  [{ '<': [{ var: 'begins' }, '2026-12-01'] }, true],
  [{ '>': [{ days: [{ var: 'period.from' }, { var: 'period.to' }] }, 29] }, true],
  [{ or: [{ '==': [{ var: 'living' }, 'hospital'] }, { in: ['alarm', { var: 'help' }] }] }, true],
];

describe('a rule', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each(cases)('%j is %s', (rule, expected) => {
    expect(holds(rule, data)).toBe(expected);
  });

  it('is judged without eval, which the Content-Security-Policy refuses', () => {
    const refuse = () => {
      throw new Error('eval');
    };
    vi.stubGlobal('eval', refuse);
    vi.stubGlobal('Function', refuse);
    for (const [rule, expected] of cases) expect(holds(rule, data)).toBe(expected);
  });

  it('names the questions it asks about', () => {
    expect(
      variablesIn({ and: [{ '==': [{ var: 'a' }, 'x'] }, { '!': { in: ['y', { var: 'b' }] } }] }),
    ).toEqual(['a', 'b']);
  });
});

describe('a sum', () => {
  const sums: [Sum, number | null][] = [
    [{ '+': [{ var: 'rent' }, { var: 'nothing' }, 0.1] }, 7500.6],
    [{ '+': [{ var: 'nothing' }] }, null],
    [{ '-': [{ var: 'incomes.amount' }, { var: 'rent' }] }, 4499.5],
    [{ '*': [{ var: 'children' }, 0.1] }, 0.2],
    [{ '*': [{ var: 'nothing' }, 2] }, null],
    [{ '/': [{ var: 'rent' }, 0] }, null],
    [{ '/': [10, 3] }, 3.33],
    [{ max: [{ '-': [{ var: 'rent' }, 8000] }, 0] }, 0],
    [{ min: [{ var: 'children' }, { var: 'nothing' }] }, 2],
    [{ days: [{ var: 'period.from' }, { var: 'living' }] }, null],
    [{ '+': [{ var: 'living' }] }, null],
  ];
  it.each(sums)('%j comes to %s', (sum, expected) => {
    expect(amount(sum, data)).toBe(expected);
  });
});

it('a rule knows its questions and whether they are answered', () => {
  const rule = { '<': [{ var: 'incomes.amount' }, { var: 'nothing' }] };
  expect(fieldsIn(rule)).toEqual(['incomes', 'nothing']);
  expect(isAnswered(rule, data)).toBe(false);
  expect(isAnswered({ '<': [{ var: 'incomes.amount' }, { var: 'period.from' }] }, data)).toBe(true);
  expect(isAnswered({ in: ['a', { var: 'empty' }] }, data)).toBe(false);
});
