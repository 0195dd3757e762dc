import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers, AnswerValue } from '@/lib/catalogue/domain/answers-shape';
import type { Guide } from '@/lib/catalogue/domain/definition';
import { checkDocument } from '@/lib/catalogue/domain/definition-errors';
import { isAsked } from '@/lib/catalogue/domain/form-shape';
import { type GuideMove, guideStep } from '@/lib/catalogue/domain/guide';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { services } from '../all';

const today = calendarDate('2026-11-24');

const guides = Object.entries(services).flatMap(([tenant, documents]) =>
  documents.flatMap((document) => {
    const checked = checkDocument(document);
    if (!checked.ok || checked.definition.kind !== 'guide') return [];
    const listed = documents.filter(({ kind }) => kind !== 'guide').map(({ slug }) => ({ slug }));
    return [{ tenant, guide: checked.definition, listed }];
  }),
);

const questionsOf = (guide: Guide) =>
  guide.pages.flatMap((page) => page.groups.flatMap((group) => group.fields)).filter(isAsked);

/** Any answers at all: right and wrong, also to what is not asked. */
const anyAnswers = (guide: Guide): fc.Arbitrary<Answers> =>
  fc.record(
    Object.fromEntries(
      questionsOf(guide).map((field): [string, fc.Arbitrary<AnswerValue>] => {
        if (field.kind === 'yes-no') return [field.id, fc.constantFrom('yes', 'no', 'perhaps')];
        const values = 'options' in field ? field.options.map(({ value }) => value) : [];
        return field.kind === 'choices'
          ? [field.id, fc.subarray([...values, 'no-such-option'])]
          : [field.id, fc.constantFrom(...values, 'no-such-option')];
      }),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Answers>;

/** The answers of somebody who puts right what she is told of. */
const putRight = (guide: Guide, answers: Answers, fields: readonly string[]): Answers => ({
  ...answers,
  ...Object.fromEntries(
    questionsOf(guide)
      .filter(({ id }) => fields.includes(id))
      .map((field) => {
        const value = 'options' in field ? (field.options[0]?.value ?? '') : 'no';
        return [field.id, field.kind === 'choices' ? [value] : value];
      }),
  ),
});

it('there is one for each municipality', () => {
  expect(guides.map(({ tenant }) => tenant)).toEqual(['granvik', 'ekhamn']);
});

describe.each(guides)('the guide of $tenant', ({ guide, listed }) => {
  const at = (answers: Answers, move: GuideMove | null) =>
    guideStep(guide, { language: 'sv', today, answers, services: listed, move });

  it('never ends nowhere: whatever is answered leads to services or to what to do instead', () => {
    fc.assert(
      fc.property(anyAnswers(guide), (given) => {
        let answers = given;
        let step = at(answers, null);
        for (let turns = 0; step.kind === 'page'; turns += 1) {
          expect(turns).toBeLessThan(2 * guide.pages.length + 1);
          expect(step.page.shown.length).toBeGreaterThan(0);
          answers = putRight(
            guide,
            answers,
            step.problems.map(({ field }) => field),
          );
          step = at(answers, { page: step.page.slug, to: 'next' });
        }
        if (step.kind !== 'answer') throw new Error('No answer');
        expect(step.fitting.length > 0).toBe(step.otherwise === null);
        expect(new Set(step.fitting.map(({ service }) => service.slug)).size).toBe(step.fitting.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('leads to every service of the municipality', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(anyAnswers(guide), (answers) => {
        const step = at(answers, { page: null, to: 'next' });
        if (step.kind === 'answer') for (const { service } of step.fitting) reached.add(service.slug);
      }),
      { numRuns: 3000, seed: 7 },
    );
    expect([...reached].sort()).toEqual(listed.map(({ slug }) => slug).sort());
  });

  it('names no service that the municipality lacks', () => {
    const slugs = listed.map(({ slug }) => slug);
    expect(guide.outcomes.map(({ service }) => service).filter((slug) => !slugs.includes(slug))).toEqual([]);
  });

  it('shows every page and every piece of advice to somebody', () => {
    const pages = new Set<string>();
    const advice = new Set<string>();
    fc.assert(
      fc.property(anyAnswers(guide), (answers) => {
        for (const { slug } of guide.pages) {
          const step = at(answers, { page: slug, to: 'back' });
          if (step.kind === 'page') pages.add(step.page.slug);
        }
        const last = at(answers, { page: null, to: 'back' });
        if (last.kind === 'page') pages.add(last.page.slug);
        const end = at(answers, { page: null, to: 'next' });
        if (end.kind === 'answer') for (const { id } of end.advice) advice.add(id);
      }),
      { numRuns: 3000, seed: 7 },
    );
    expect([...pages].sort()).toEqual(guide.pages.map(({ slug }) => slug).sort());
    expect([...advice].sort()).toEqual(guide.advice.map(({ id }) => id).sort());
  });

  it('says what can’t wait where there is no money for food, and where nobody may be alone', () => {
    const money = at({ need: ['money'], food: 'no', 'money-before': 'no' }, { page: 'money', to: 'next' });
    expect(money).toMatchObject({ kind: 'answer', advice: [{ id: 'money-now', tone: 'warning' }] });
    const alone = at({ need: ['safe'], 'how-much': 'not-alone' }, { page: 'how-much', to: 'next' });
    expect(alone).toMatchObject({ kind: 'answer', advice: [{ id: 'alone', tone: 'warning' }] });
  });
});
