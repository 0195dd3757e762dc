import { describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { findProblems } from './answers-schema';
import type { Answers } from './answers-shape';
import type { CheckContext } from './findings';
import type { Field } from './form-shape';
import { asksForAnother } from './own-number';
import type { PageShape } from './visibility';

const own = '194207099146';
const another = '193812038895';
const third = '198801122386';
const ask = (id: string): Field<string> => ({ id, kind: 'national-id', label: id, required: false });
const base = { id: 'partner', label: 'partner', required: false };

const partner = ask('partner');
const whom: Field<string> = { ...ask('whom'), shownIf: { '==': [{ var: 'for' }, 'somebody'] } };
const child: Field<string> = { id: 'child', kind: 'child', label: 'child', required: false };
const rows: Field<string> = {
  id: 'household',
  kind: 'rows',
  label: 'household',
  required: false,
  item: 'one',
  add: 'add',
  maxRows: 5,
  columns: [{ id: 'number', kind: 'national-id', label: 'number', required: false }],
};
const forWhom: Field<string> = {
  id: 'for',
  kind: 'choice',
  label: 'for',
  required: false,
  options: ['self', 'somebody'].map((value) => ({ value, label: value })),
};
const page = (...fields: Field<string>[]): PageShape<string>[] => [
  { slug: 'p', groups: [{ id: 'g', fields }] },
];

const context: CheckContext = {
  today: calendarDate('2026-11-24'),
  homes: [],
  children: ['anna'],
  self: { nationalId: own, onBehalf: 'whom' },
};
const problems = (answers: Answers, elsewhere?: Record<string, string>) =>
  findProblems(page(forWhom, whom, partner, child, rows), answers, context, elsewhere).map(
    ({ field, part, key }) => [field, part, key].filter(Boolean).join(' '),
  );

describe('one’s own number as somebody else’s', () => {
  it.each(['194207099146', '19420709-9146', '420709-9146', ' 19420709 9146 '])('is refused: "%s"', (text) => {
    expect(problems({ partner: text })).toEqual(['partner ownNumber']);
  });
  it('is refused for a child and in each row, at its input', () => {
    expect(problems({ child: { child: 'other', name: 'Anna', 'national-id': own } })).toEqual([
      'child national-id ownNumber',
    ]);
    expect(problems({ household: { rows: [{ number: another }, { number: own }] } })).toEqual([
      'household 2-number ownNumber',
    ]);
  });
  it('says nothing of others’ numbers, nor of what is none', () => {
    expect(problems({ partner: another, household: { rows: [{ number: third }] } })).toEqual([]);
    expect(problems({ child: { child: 'anna', name: '', 'national-id': own } })).toEqual([]);
    expect(problems({ partner: '19420709' })).toEqual(['partner nationalId']);
  });
  it('is right where the form says so, and where it comes from the register', () => {
    const anybody: Field<string> = { ...base, kind: 'national-id', whose: 'anybody' };
    const prefilled: Field<string> = { ...base, kind: 'national-id', prefill: 'register-national-id' };
    for (const field of [anybody, prefilled]) {
      expect(findProblems(page(field), { partner: own }, context)).toEqual([]);
      expect(asksForAnother([field])).toBe(false);
    }
    expect([partner, child, rows, forWhom].map((field) => asksForAnother([field]))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('where somebody fills it in for another', () => {
  it('the other is not the one who writes', () => {
    expect(problems({ for: 'somebody', whom: own })).toEqual(['whom ownNumber']);
  });
  it('the partner is not the other, and may be the one who writes', () => {
    expect(problems({ for: 'somebody', whom: another, partner: another })).toEqual(['partner subjectNumber']);
    expect(problems({ for: 'somebody', whom: another, partner: own })).toEqual([]);
  });
  it('is judged alike when whom it is for was asked on another page', () => {
    expect(
      findProblems(page(partner), { partner: another }, context, { whom: another }).map(({ key }) => key),
    ).toEqual(['subjectNumber']);
  });
  it('what was answered before she chose to apply for herself counts no more', () => {
    expect(problems({ for: 'self', whom: another, partner: own })).toEqual(['partner ownNumber']);
  });
});
