import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answers, isEmpty } from '@/lib/catalogue/domain/answers-shape';
import type { ServiceForm } from '@/lib/catalogue/domain/definition';
import { checkDocument } from '@/lib/catalogue/domain/definition-errors';
import { inputNames, inputValues, SHOWN } from '@/lib/catalogue/domain/input-names';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { allFields, arbitraryAnswers } from '@/lib/testing/arbitrary-answers';
import { granvikCareHome } from '@/prisma/seed/services/care-home/granvik';
import { answersOfPage, prune, readAnswers, withFiles } from './answers';

const checked = checkDocument(granvikCareHome);
if (!checked.ok || checked.definition.kind !== 'form') throw new Error('The definition is wrong');
const definition: ServiceForm = checked.definition;
const context = {
  today: calendarDate('2026-11-24'),
  homes: ['lindbacken', 'solangen'],
  children: [],
  self: null,
};
const fields = allFields(definition);
const wholeForm = { groups: definition.pages.flatMap((page) => page.groups) };
const pageOf = (id: string) => {
  const page = definition.pages.find(({ slug }) => slug === id);
  if (!page) throw new Error(`No page ${id}`);
  return page;
};

const post = (answers: Answers): FormData => {
  const data = new FormData();
  for (const field of fields) {
    for (const [name, value] of Object.entries(inputValues(field, answers[field.id]))) {
      for (const one of [value].flat()) data.append(name, one);
    }
  }
  return data;
};

describe('what was posted', () => {
  it('reads back as what the inputs were filled with', () => {
    fc.assert(
      fc.property(arbitraryAnswers(definition, context), (any) => {
        // Whatever was typed becomes an answer once; from then on it stays the same.
        const answers = readAnswers(wholeForm, post(any), {});
        expect(readAnswers(wholeForm, post(answers), {})).toEqual(answers);
        expect(Object.values(answers).some(isEmpty)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('uses the names that the definition’s inputs have', () => {
    for (const field of fields) {
      const names = inputNames(field);
      const sample = { person: { name: 'a', phone: '1', relation: 'child' }, date: '2026-11-24' };
      const value = field.kind === 'person' ? sample.person : field.kind === 'date' ? sample.date : ['x'];
      for (const name of Object.keys(inputValues(field, value))) expect(names).toContain(name);
    }
  });

  it('keeps a half-written date as it is', () => {
    const data = new FormData();
    data.set('together-since-month', '3');
    data.set('together-since-year', '1985');
    expect(readAnswers(pageOf('partner'), data, {})).toEqual({ 'together-since': '1985-03-' });
  });

  it('keeps the wishes in their order and closes gaps', () => {
    const data = new FormData();
    data.set('home-wishes-1', '');
    data.set('home-wishes-2', 'solangen');
    data.set('home-wishes-3', 'lindbacken');
    expect(readAnswers(pageOf('wishes'), data, {})).toEqual({ 'home-wishes': ['solangen', 'lindbacken'] });
  });

  it('leaves questions that were not on the page as they were', () => {
    const data = new FormData();
    data.set(SHOWN, 'living lives-with');
    data.set('living', 'own');
    const saved = { 'living-other': 'Hos min syster', living: 'other', 'lives-with': 'alone' };
    expect(readAnswers(pageOf('home'), data, saved)).toEqual({
      living: 'own',
      'living-other': 'Hos min syster',
    });
  });

  it('adds new files to those received, and never counts one that is still on its way twice', () => {
    const data = new FormData();
    data.append('attachments', new File(['x'], 'nytt.pdf', { type: 'application/pdf' }));
    data.append('attachments', new File([], ''));
    const received = { id: 'f1', name: 'intyg.pdf', size: 9, mediaType: 'application/pdf' };
    const onItsWay = { id: '', name: 'nytt.pdf', size: 1, mediaType: 'application/pdf' };
    const saved = { attachments: { files: [received, onItsWay], later: false } };
    expect(readAnswers(pageOf('attachments'), data, saved)).toEqual({
      attachments: { files: [received, onItsWay], later: false },
    });
  });
});

describe('stored answers', () => {
  it('leave files to their rows, and get them back from there', () => {
    const file = { id: 'f1', name: 'intyg.pdf', size: 9, mediaType: 'application/pdf' };
    const answers = { attachments: { files: [file], later: true }, 'own-phone': '070-174 06 05' };
    const stored = answersOfPage(pageOf('attachments'), answers);
    expect(stored).toEqual({ attachments: { files: [], later: true } });
    expect(withFiles(stored, { attachments: [file] })).toEqual({
      attachments: { files: [file], later: true },
    });
  });
});

describe('pruning', () => {
  it('twice is the same as once', () => {
    fc.assert(
      fc.property(arbitraryAnswers(definition, context), (answers) => {
        const once = prune(definition.pages, answers);
        expect(prune(definition.pages, once)).toEqual(once);
      }),
      { numRuns: 200 },
    );
  });

  it('takes away what a changed mind hides, along the whole chain', () => {
    const answers = { 'lives-with': 'partner', 'partner-moves': 'yes', 'partner-name': 'Gunnar' };
    expect(prune(definition.pages, answers)).toEqual(answers);
    expect(prune(definition.pages, { ...answers, 'lives-with': 'alone' })).toEqual({ 'lives-with': 'alone' });
  });
});
