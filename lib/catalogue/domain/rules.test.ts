import { afterEach, describe, expect, it, vi } from 'vitest';
import { holds, type Rule, variablesIn } from './rules';

const data = { living: 'own', help: ['alarm', 'home-care'], nothing: null, empty: [] };
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
