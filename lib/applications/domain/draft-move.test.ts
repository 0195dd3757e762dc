import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers, AnswerValue } from '@/lib/catalogue/domain/answers-shape';
import { isEmpty } from '@/lib/catalogue/domain/answers-shape';
import type { ServiceForm } from '@/lib/catalogue/domain/definition';
import { checkDocument } from '@/lib/catalogue/domain/definition-errors';
import { type Field, isAsked, type Texts } from '@/lib/catalogue/domain/form-shape';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { canonicalJson } from '@/lib/kernel/canonical-json';
import { allFields, arbitraryAnswers } from '@/lib/testing/arbitrary-answers';
import { arbitraryEdited } from '@/lib/testing/arbitrary-edits';
import { rightAnswer } from '@/lib/testing/right-answers';
import { granvikCareHome } from '@/prisma/seed/services/care-home/granvik';
import { careHomes } from '@/prisma/seed/services/care-homes';
import { mergePages } from './answers';
import { moveDraft } from './draft-move';
import { readiness } from './readiness';

const checked = checkDocument(granvikCareHome);
if (!checked.ok || checked.definition.kind !== 'form') throw new Error('The definition is wrong');
const form = checked.definition;
const homes = (careHomes.granvik ?? []).map(({ slug }) => slug);
const context = { today: calendarDate('2026-11-24'), homes, children: [], self: null };
const allSaved = new Set(form.pages.map(({ slug }) => slug));

const text = (words: string): Texts => ({ sv: words, en: words, ar: words, fi: words });

/** The form with one of its questions changed, or taken away. */
function changed(id: string, change: (field: Field<Texts>) => Field<Texts> | null): ServiceForm {
  const copy = structuredClone(form);
  for (const group of copy.pages.flatMap((page) => page.groups)) {
    group.fields = group.fields.flatMap((field) => (field.id === id ? (change(field) ?? []) : [field]));
  }
  return copy;
}
const move = (to: ServiceForm, answers: Answers, saved: ReadonlySet<string> = allSaved) =>
  moveDraft(form, to, { answers, saved }, context);

const answers: Answers = {
  'applies-for': 'self',
  living: 'other',
  'living-other': 'Hos min dotter',
  'help-now': ['home-care', 'relatives'],
  'own-phone': '070-174 06 05',
  'contact-wanted': 'yes',
  'contact-person': { name: 'Karin', phone: '070-174 06 07', relation: 'child' },
  'consent-health': 'yes',
};

describe('a draft moved to the form’s newer version', () => {
  it('keeps every answer where nothing has changed, and nothing is said', () => {
    const { pages, lookAgain, dropped } = move(structuredClone(form), answers);
    expect(mergePages(Object.values(pages))).toEqual(answers);
    expect({ lookAgain, dropped }).toEqual({ lookAgain: [], dropped: [] });
  });

  it('says nothing of a mended help text, a new language or a question on a page she has not come to', () => {
    const helped = changed('own-phone', (field) => ({ ...field, hint: text('Ett annat exempel') }));
    const spoken = changed('own-phone', (field) => ({ ...field, label: { ...field.label, de: 'Telefon' } }));
    const reworded = changed('own-phone', (field) => ({ ...field, label: text('Ditt nummer') }));
    expect(move(helped, answers).lookAgain).toEqual([]);
    expect(move(spoken, answers).lookAgain).toEqual([]);
    expect(move(reworded, { 'applies-for': 'self' }, new Set(['for-whom'])).lookAgain).toEqual([]);
  });

  it('has the page of a reworded question looked at again, with its answer', () => {
    const reworded = changed('own-phone', (field) => ({ ...field, label: text('Ditt nummer') }));
    const { pages, lookAgain, dropped } = move(reworded, answers);
    expect(pages.contact?.['own-phone']).toBe('070-174 06 05');
    expect({ lookAgain, dropped }).toEqual({ lookAgain: ['contact'], dropped: [] });
  });

  it('keeps an answer whose question is gone, to be read', () => {
    const { pages, lookAgain, dropped } = move(
      changed('living-other', () => null),
      answers,
    );
    expect(mergePages(Object.values(pages))).not.toHaveProperty('living-other');
    expect(dropped).toMatchObject([{ field: { id: 'living-other' }, value: 'Hos min dotter' }]);
    expect(lookAgain).toEqual([]);
  });

  it('keeps what can still be chosen, and the whole answer to be read', () => {
    const { pages, lookAgain, dropped } = move(
      changed('help-now', (field) =>
        'options' in field
          ? { ...field, options: field.options.filter(({ value }) => value !== 'relatives') }
          : field,
      ),
      answers,
    );
    expect(pages.help?.['help-now']).toEqual(['home-care']);
    expect(lookAgain).toEqual(['help']);
    expect(dropped).toMatchObject([{ value: ['home-care', 'relatives'] }]);
  });

  it('keeps the rest of a person whose relation can’t be chosen any more', () => {
    const { pages, dropped } = move(
      changed('contact-person', (field) =>
        'relations' in field
          ? { ...field, relations: field.relations.filter(({ value }) => value !== 'child') }
          : field,
      ),
      answers,
    );
    expect(pages.contact?.['contact-person']).toEqual({
      name: 'Karin',
      phone: '070-174 06 07',
      relation: '',
    });
    expect(dropped).toHaveLength(1);
  });

  it('does not take a consent to be one to other words', () => {
    const { pages, lookAgain, dropped } = move(
      changed('consent-health', (field) =>
        'text' in field ? { ...field, text: text('Något annat') } : field,
      ),
      answers,
    );
    expect(mergePages(Object.values(pages))).not.toHaveProperty('consent-health');
    expect(lookAgain).toEqual(['consents']);
    expect(dropped).toMatchObject([{ field: { id: 'consent-health' }, value: 'yes' }]);
  });

  it('keeps in place what is now too long, and has it looked at', () => {
    const long = 'x'.repeat(90);
    const { pages, lookAgain, dropped } = move(
      changed('living-other', (field) => ({ ...field, maxLength: 50 }) as Field<Texts>),
      { ...answers, 'living-other': long },
    );
    expect(pages.home?.['living-other']).toBe(long);
    expect({ lookAgain, dropped }).toEqual({ lookAgain: ['home'], dropped: [] });
  });

  it('has a new question shown on a page she has been on, and not on one she hasn’t', () => {
    const asking = structuredClone(form);
    const extra: Field<Texts> = { kind: 'yes-no', id: 'extra', label: text('Något nytt?'), required: false };
    asking.pages.find(({ slug }) => slug === 'health')?.groups[0]?.fields.push(extra);
    expect(move(asking, answers).lookAgain).toEqual(['health']);
    expect(move(asking, { 'applies-for': 'self' }, new Set(['for-whom'])).lookAgain).toEqual([]);
  });

  it('has a page that was put in behind her looked at', () => {
    const longer = structuredClone(form);
    longer.pages.splice(1, 0, {
      slug: 'brand-new',
      title: text('Nytt'),
      groups: [
        {
          id: 'brand-new',
          fields: [{ kind: 'text', id: 'brand', label: text('Nytt'), required: false, maxLength: 50 }],
        },
      ],
    });
    expect(move(longer, answers).lookAgain).toEqual(['brand-new']);
    expect(move(longer, { 'applies-for': 'self' }, new Set(['for-whom'])).lookAgain).toEqual([]);
  });

  it('lets an answer follow its question to another page', () => {
    const moved = changed('own-phone', () => null);
    const phone = allFields(form).find(({ id }) => id === 'own-phone') as Field<Texts>;
    moved.pages.find(({ slug }) => slug === 'health')?.groups[0]?.fields.push(phone);
    const { pages, dropped } = move(moved, answers);
    expect(pages.health).toEqual({ 'own-phone': '070-174 06 05' });
    expect(dropped).toEqual([]);
  });
});

describe('whatever is changed and whatever was answered', { timeout: 120_000 }, () => {
  const anything = fc.tuple(
    arbitraryEdited(form),
    arbitraryAnswers(form, context),
    fc.subarray([...allSaved]).map((slugs) => new Set(slugs)),
  );
  const same = (a: AnswerValue | undefined, b: AnswerValue) =>
    a !== undefined && canonicalJson(a) === canonicalJson(b);

  it('nothing typed is lost, and nothing is made up', () => {
    fc.assert(
      fc.property(anything, ([to, typed, saved]) => {
        const { pages, dropped } = moveDraft(form, to, { answers: typed, saved }, context);
        const rows = mergePages(Object.values(pages));
        for (const [id, value] of Object.entries(typed)) {
          if (isEmpty(value)) continue;
          const isToRead = dropped.some((one) => one.field.id === id && same(one.value, value));
          // Of a file question's row only "later" is kept: the files are rows of their own.
          const isKept = typeof value === 'object' && 'files' in value ? true : same(rows[id], value);
          expect(isToRead || isKept, id).toBe(true);
        }
        expect(Object.keys(rows).filter((id) => !(id in typed))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('the form can be finished, and each page to look at again is in it', () => {
    fc.assert(
      fc.property(anything, ([to, typed, saved]) => {
        const { pages, lookAgain } = moveDraft(form, to, { answers: typed, saved }, context);
        const slugs = to.pages.map(({ slug }) => slug);
        expect(lookAgain.filter((slug) => !slugs.includes(slug))).toEqual([]);
        const byId = new Map(
          to.pages
            .flatMap((page) => page.groups.flatMap((group) => group.fields))
            .filter(isAsked)
            .map((field) => [field.id, field]),
        );
        let now: Record<string, AnswerValue> = mergePages(Object.values(pages)) as Record<
          string,
          AnswerValue
        >;
        for (let round = 0; round <= byId.size + 1; round += 1) {
          const state = readiness(to, now, context);
          if (state.ready) return;
          for (const { field: id } of state.pages.flatMap((page) => page.problems)) {
            const field = byId.get(id);
            if (field) now = { ...now, [id]: rightAnswer(field, context) };
          }
        }
        expect.unreachable('still not ready');
      }),
      { numRuns: 80 },
    );
  });

  it('a second move to the same version does nothing more', () => {
    fc.assert(
      fc.property(anything, ([to, typed, saved]) => {
        const first = moveDraft(form, to, { answers: typed, saved }, context);
        const kept = mergePages(Object.values(first.pages));
        const pagesNow = new Set(Object.keys(first.pages));
        const second = moveDraft(to, structuredClone(to), { answers: kept, saved: pagesNow }, context);
        expect(second).toEqual({ pages: first.pages, lookAgain: [], dropped: [] });
      }),
      { numRuns: 80 },
    );
  });
});
