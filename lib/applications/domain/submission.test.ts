import { describe, expect, it } from 'vitest';
import { checkDocument } from '@/lib/catalogue/domain/definition-errors';
import { compilePage, type FormPage, judge } from '@/lib/catalogue/domain/form-page';
import { SHOWN } from '@/lib/catalogue/domain/input-names';
import type { Rule } from '@/lib/catalogue/domain/rules';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { granvikCareHome } from '@/prisma/seed/services/care-home/granvik';
import { readSubmission } from './submission';

const checked = checkDocument(granvikCareHome);
if (!checked.ok || checked.definition.kind !== 'form') throw new Error('The definition is wrong');
const { definition } = checked;

function page(slug: string, answers = {}): FormPage {
  const options = {
    language: 'sv',
    today: calendarDate('2026-11-24'),
    answers,
    homes: [],
    children: [],
    self: null,
  };
  const compiled = compilePage(definition as never, slug, options);
  if (!compiled) throw new Error(`${slug} can't be reached`);
  return compiled;
}
const posted = (values: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return data;
};

describe('a posted page', () => {
  const home = page('home');
  const shown = home.shown.join(' ');

  it('is complete when all is right', () => {
    const data = posted({ [SHOWN]: shown, living: 'own', 'lives-with': 'alone' });
    expect(readSubmission(home, data)).toEqual({
      outcome: 'complete',
      answers: { living: 'own', 'lives-with': 'alone' },
    });
  });

  it('tells what is wrong and keeps the rest', () => {
    expect(readSubmission(home, posted({ [SHOWN]: shown, living: 'own' }))).toEqual({
      outcome: 'problems',
      answers: { living: 'own' },
      problems: [{ field: 'lives-with', key: 'missing', params: {} }],
    });
  });

  it('asks what an answer has opened, without calling it a fault', () => {
    const data = posted({ [SHOWN]: shown, living: 'other', 'lives-with': 'alone' });
    expect(readSubmission(home, data)).toEqual({
      outcome: 'more-questions',
      answers: { living: 'other', 'lives-with': 'alone' },
      fields: ['living-other'],
    });
  });

  it('calls it a fault when the opened question was seen and left', () => {
    const data = posted({ [SHOWN]: `${shown} living-other`, living: 'other', 'lives-with': 'alone' });
    expect(readSubmission(home, data)).toMatchObject({
      outcome: 'problems',
      problems: [{ field: 'living-other', key: 'missing' }],
    });
  });

  it('is judged in full where it does not say what stood on it', () => {
    const data = posted({ living: 'other', 'lives-with': 'alone' });
    expect(readSubmission(home, data)).toMatchObject({ outcome: 'problems' });
  });
});

describe('a page sent to the browser', () => {
  it('has one language and no other', () => {
    expect(JSON.stringify(page('home'))).not.toMatch(/Who do you live with|مع من/);
  });

  it('has the answers it asks about, and no others', () => {
    const answers = { 'lives-with': 'partner', 'own-phone': '070-174 06 05', 'not-enough': 'Hemligt' };
    const partner = page('partner', answers);
    expect(JSON.stringify(partner)).not.toMatch(/070-174|Hemligt/);
    const consents = page('consents', { ...answers, 'contact-wanted': 'yes' });
    expect(consents.elsewhere).toEqual({ 'contact-wanted': 'yes' });
    expect(consents.shown).toContain('consent-contact');
  });

  it('follows a chain of questions on the page itself, also when it closes', () => {
    const yesNo = (id: string, shownBy?: string) => ({
      kind: 'yes-no' as const,
      id,
      label: { sv: id },
      required: false,
      ...(shownBy && { shownIf: { '==': [{ var: shownBy }, 'yes'] } as Rule }),
    });
    const fields = [yesNo('first'), yesNo('second', 'first'), yesNo('third', 'second')];
    const chain = {
      ...definition,
      languages: ['sv'],
      pages: [{ slug: 'chain', title: { sv: 'Kedja' }, groups: [{ id: 'g', fields }] }],
    };
    const options = {
      language: 'sv',
      today: calendarDate('2026-11-24'),
      homes: [],
      children: [],
      self: null,
    };
    const open = compilePage(chain, 'chain', { ...options, answers: { first: 'yes', second: 'yes' } });
    expect(open?.shown).toEqual(['first', 'second', 'third']);
    expect(open && judge(open, { first: 'no', second: 'yes' }).shown).toEqual(['first']);
  });

  it('does not exist where the answers don’t lead', () => {
    const options = {
      language: 'sv',
      today: calendarDate('2026-11-24'),
      answers: {},
      homes: [],
      children: [],
      self: null,
    };
    expect(compilePage(definition as never, 'partner', options)).toBeNull();
    expect(compilePage(definition as never, 'no-such-page', options)).toBeNull();
  });
});
