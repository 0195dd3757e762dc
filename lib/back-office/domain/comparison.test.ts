import { describe, expect, it } from 'vitest';
import { compareCase, compareRest, comparisonProblem, isSuspicious } from './comparison';

const here = { caseId: 'c1', externalId: 'A-1', received: ['d1'], open: ['d2'] };
const none = new Set<string>();

describe('a case that both have', () => {
  it('is alike where the system has what it has acknowledged, and no more', () => {
    expect(compareCase(here, { externalId: 'A-1', deliveries: ['d1'] }, none)).toEqual([]);
  });

  it('lacks there what the system has acknowledged and does not have', () => {
    expect(compareCase(here, { externalId: 'A-1', deliveries: [] }, none)).toEqual([
      { kind: 'missing-there', caseId: 'c1', deliveries: ['d1'] },
    ]);
  });

  it('lacks a receipt for what the system has and has not acknowledged', () => {
    expect(compareCase(here, { externalId: 'A-1', deliveries: ['d1', 'd2'] }, none)).toEqual([
      { kind: 'receipt-missing', caseId: 'c1', externalId: 'A-1', deliveries: ['d2'] },
    ]);
  });

  it('is behind here where the system has told what never came', () => {
    const there = { externalId: 'A-1', messages: ['m1', 'm2'] };
    expect(compareCase(here, there, new Set(['m1']))).toEqual([
      { kind: 'behind-here', caseId: 'c1', externalId: 'A-1', messages: ['m2'] },
    ]);
    expect(compareCase(here, there, new Set(['m1', 'm2']))).toEqual([]);
  });

  it('says nothing of what the system does not remember', () => {
    expect(compareCase(here, { externalId: 'A-1' }, none)).toEqual([]);
  });
});

describe('a case that one of them has', () => {
  it('is unknown here', () => {
    const there = { externalId: 'B-9', deliveries: ['d9'], messages: ['m9'] };
    expect(compareCase(null, there, none)).toEqual([{ kind: 'unknown-here', externalId: 'B-9' }]);
  });

  it('is missing there where the system once said that it had it', () => {
    const waiting = { caseId: 'c2', externalId: null, received: [], open: ['d3'] };
    expect(compareRest([here, waiting], none)).toEqual([
      { kind: 'missing-there', caseId: 'c1', deliveries: ['d1'] },
    ]);
    expect(compareRest([here, waiting], new Set(['c1']))).toEqual([]);
  });
});

describe('a system that has lost much', () => {
  it.each([
    [{ missing: 19, compared: 19 }, false],
    [{ missing: 20, compared: 20 }, true],
    [{ missing: 20, compared: 100 }, false],
    [{ missing: 21, compared: 100 }, true],
    [{ missing: 0, compared: 0 }, false],
  ])('%j: %s', (facts, expected) => {
    expect(isSuspicious(facts)).toBe(expected);
  });
});

describe('the trouble that people are told of', () => {
  it.each([
    ['too-many-missing', 'too-many-missing'],
    ['not-all-mended', 'not-all-mended'],
    ['refused-500', 'no-answer'],
    ['timeout', 'no-answer'],
  ])('%s: %s', (code, expected) => {
    expect(comparisonProblem(code)).toBe(expected);
  });
});
