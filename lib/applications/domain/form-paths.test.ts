import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { findProblems } from '@/lib/catalogue/domain/answers-schema';
import type { Answers, AnswerValue } from '@/lib/catalogue/domain/answers-shape';
import type { ServiceForm } from '@/lib/catalogue/domain/definition';
import { checkDocument } from '@/lib/catalogue/domain/definition-errors';
import { checksOf, compilePage, type FormPage, type HomeChoice } from '@/lib/catalogue/domain/form-page';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { allFields, arbitraryAnswers, rightAnswer } from '@/lib/testing/arbitrary-answers';
import { services } from '@/prisma/seed/catalogue';
import { careHomes } from '@/prisma/seed/services/care-homes';
import { CHECK, nextPage, pagesFor, previousPage, progress } from './navigation';
import { readiness } from './readiness';

/*
 * A test of a form is a path: the answers given on each page, in order. Each path is walked forward and back by the
 * real engine, and must end ready to send. A page of any service that no path reaches fails the suite.
 */

const today = calendarDate('2026-11-24');

type Path = { page: string; answers: Answers }[];

const needs: Path = [
  {
    page: 'personal-care',
    answers: { wash: 'much-help', dress: 'some-help', toilet: 'alone', eat: 'alone' },
  },
  { page: 'moving', answers: { rise: 'some-help', 'move-indoors': 'alone', 'move-outdoors': 'much-help' } },
  {
    page: 'household',
    answers: {
      meals: 'much-help',
      cleaning: 'much-help',
      shopping: 'much-help',
      'post-and-bills': 'some-help',
    },
  },
  { page: 'memory', answers: { remember: 'some-help', plan: 'alone', 'be-understood': 'alone' } },
  { page: 'company', answers: { contacts: 'some-help', activities: 'alone', lonely: 'often' } },
];
const quietNights: Path[number] = {
  page: 'safety',
  answers: { 'night-help': 'no', falls: 'once', unsafe: 'seldom', 'gets-lost': 'no' },
};
const worriedNights: Path[number] = {
  page: 'safety',
  answers: {
    'night-help': 'every-night',
    falls: 'several',
    unsafe: 'often',
    'unsafe-why': 'Jag är rädd för att falla.',
    'gets-lost': 'yes',
  },
};
const shortEnd: Path = [
  { page: 'contact', answers: { 'own-phone': '070-174 06 05', 'contact-wanted': 'no' } },
  { page: 'consents', answers: { 'consent-health': 'no' } },
  { page: 'attachments', answers: {} },
];
const longEnd: Path = [
  {
    page: 'contact',
    answers: {
      'own-phone': '070-174 06 05',
      'contact-wanted': 'yes',
      'contact-person': { name: 'Karin Lindqvist Bergström', phone: '070-174 06 07', relation: 'child' },
    },
  },
  { page: 'consents', answers: { 'consent-health': 'yes', 'consent-contact': 'yes' } },
  { page: 'attachments', answers: { attachments: { files: [], later: true } } },
];

/** Alone at home, asks for herself, answers no more than she must. */
const shortest: Path = [
  { page: 'for-whom', answers: { 'applies-for': 'self' } },
  { page: 'home', answers: { living: 'own', 'lives-with': 'alone' } },
  { page: 'help', answers: { 'help-now': ['none'], 'not-enough': 'Jag faller.' } },
  ...needs,
  quietNights,
  { page: 'health', answers: {} },
  { page: 'wishes', answers: {} },
  { page: 'language', answers: { 'language-wanted': 'swedish', interpreter: 'no' } },
  ...shortEnd,
];

/** A couple; every follow-up question is opened. */
const couple: Path = [
  { page: 'for-whom', answers: { 'applies-for': 'self' } },
  {
    page: 'home',
    answers: {
      living: 'other',
      'living-other': 'Hos min dotter',
      'lives-with': 'partner',
      obstacles: ['stairs', 'bathroom'],
    },
  },
  {
    page: 'help',
    answers: {
      'help-now': ['home-care', 'relatives'],
      'home-care-visits': 'nights-too',
      'relatives-help': 'Gunnar hjälper mig med allt.',
      'not-enough': 'Gunnar orkar inte längre.',
    },
  },
  ...needs,
  worriedNights,
  { page: 'health', answers: { 'memory-investigation': 'ongoing', 'health-other': 'Hjärtat.' } },
  { page: 'wishes', answers: { 'home-wishes': ['HOME-1', 'HOME-2'], 'wishes-why': 'Nära Karin.' } },
  {
    page: 'language',
    answers: {
      'language-wanted': 'other',
      'language-other': 'Estniska',
      interpreter: 'yes',
      culture: 'Kyrkan.',
    },
  },
  {
    page: 'partner',
    answers: {
      'partner-moves': 'yes',
      'partner-name': 'Gunnar Lindqvist',
      'partner-national-id': '19381203-8895',
      'together-since': '1962-06-16',
      'partner-wants': 'yes',
    },
  },
  ...longEnd,
];

/** A representative fills it in; the partner stays where he is. */
const represented: Path = [
  { page: 'for-whom', answers: { 'applies-for': 'other' } },
  {
    page: 'representative',
    answers: {
      mandate: 'god-man',
      'mandate-proof': { files: [], later: true },
      'represented-name': 'Astrid Lindqvist',
      'represented-national-id': '19420709-9146',
      'represented-wants': 'yes',
    },
  },
  { page: 'home', answers: { living: 'hospital', 'lives-with': 'partner' } },
  { page: 'help', answers: { 'help-now': ['home-nursing'], 'not-enough': 'Hon kan inte åka hem.' } },
  ...needs,
  quietNights,
  { page: 'health', answers: {} },
  { page: 'wishes', answers: {} },
  { page: 'language', answers: { 'language-wanted': 'swedish', interpreter: 'no' } },
  { page: 'partner', answers: { 'partner-moves': 'no' } },
  ...shortEnd,
];

const forms = Object.entries(services).flatMap(([tenant, documents]) =>
  documents.flatMap((document) => {
    const checked = checkDocument(document);
    if (!checked.ok || checked.definition.kind !== 'form') return [];
    const homes = (careHomes[tenant] ?? []).map((home) => home.slug);
    return [{ name: `${tenant}/${document.slug}`, definition: checked.definition, homes }];
  }),
);
const paths: Record<string, Record<string, Path>> = {
  'granvik/sarskilt-boende': { shortest, couple, represented },
  'ekhamn/sarskilt-boende': { shortest, couple, represented },
};

const choiceOf = (slug: string): HomeChoice => ({
  slug,
  name: slug,
  district: '',
  address: '',
  description: { text: '', lang: 'sv' },
  languages: [],
});
/** A compiled page after the journey to a browser. */
const sent = (definition: ServiceForm, slug: string, answers: Answers, homes: string[]): FormPage | null => {
  const page = compilePage(definition, slug, {
    language: 'sv',
    today,
    answers,
    homes: homes.map(choiceOf),
    children: [],
  });
  return page && JSON.parse(JSON.stringify(page));
};
/** Homes differ between municipalities; a path names them by their place. */
const withHomes = (answers: Answers, homes: string[]): Answers =>
  JSON.parse(
    JSON.stringify(answers).replace(/HOME-(\d)/g, (_, place: string) => homes[Number(place) - 1] ?? ''),
  );

// Hundreds of forms filled in at random take their time on a busy machine.
describe.each(forms)('$name', { timeout: 60_000 }, ({ name, definition, homes }) => {
  const reached = new Set<string>();
  const answered = new Set<string>();

  it.each(Object.entries(paths[name] ?? {}))('can be walked to its end and back: %s', (_, path) => {
    let answers: Answers = {};
    let page = pagesFor(definition, answers)[0];
    for (const [index, step] of path.entries()) {
      expect(page).toBe(step.page);
      expect(progress(definition, answers, step.page)?.step).toBe(index + 1);
      answers = { ...answers, ...withHomes(step.answers, homes) };
      const shown = sent(definition, step.page, answers, homes);
      expect(shown && findProblems(...judged(shown))).toEqual([]);
      reached.add(step.page);
      for (const field of shown?.shown ?? []) answered.add(field);
      page = nextPage(definition, answers, step.page);
    }
    expect(page).toBe(CHECK);
    expect(readiness(definition, answers, { today, homes, children: [] })).toMatchObject({
      ready: true,
      firstUnready: null,
    });

    const back: string[] = [];
    for (
      let at = previousPage(definition, answers, CHECK);
      at !== null;
      at = previousPage(definition, answers, at)
    ) {
      back.unshift(at);
    }
    expect(back).toEqual(path.map((step) => step.page));
  });

  afterAll(() => {
    // Not a test of its own: it would pass alone, without the paths having been walked.
    const pages = definition.pages.map(({ slug }) => slug).filter((slug) => !reached.has(slug));
    const questions = allFields(definition).flatMap(({ id }) => (answered.has(id) ? [] : [id]));
    expect({ pages, questions }, 'reached by no path').toEqual({ pages: [], questions: [] });
  });

  const anyAnswers = arbitraryAnswers(definition, homes);

  it('can be finished from wherever somebody has ended up', () => {
    const byId = new Map(allFields(definition).map((field) => [field.id, field]));
    fc.assert(
      fc.property(anyAnswers, (start) => {
        let answers: Record<string, AnswerValue> = { ...start };
        // Each round puts right what is wrong; new questions may open, but there are only so many.
        for (let round = 0; round <= byId.size; round += 1) {
          const { ready, pages } = readiness(definition, answers, { today, homes, children: [] });
          if (ready) return;
          const wrong = pages.flatMap((page) => page.problems.map(({ field }) => field));
          expect(wrong.length).toBeGreaterThan(0);
          for (const id of wrong) {
            const field = byId.get(id);
            if (field) answers = { ...answers, [id]: rightAnswer(field) };
          }
        }
        expect.unreachable('still not ready');
      }),
      { numRuns: 300 },
    );
  });

  it('leads from the first page to the last by "next", whatever is answered', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const walked: string[] = [];
        for (let at = pagesFor(definition, answers)[0] ?? CHECK; at !== CHECK; ) {
          walked.push(at);
          at = nextPage(definition, answers, at);
        }
        expect(walked).toEqual(pagesFor(definition, answers));
      }),
      { numRuns: 300 },
    );
  });

  it('is judged alike page by page in the browser and as a whole on the server', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const whole = readiness(definition, answers, { today, homes, children: [] });
        for (const { slug, problems } of whole.pages) {
          const page = sent(definition, slug, answers, homes);
          expect(page && findProblems(...judged(page))).toEqual(problems);
        }
      }),
      { numRuns: 150 },
    );
  });
});

function judged(page: FormPage): Parameters<typeof findProblems<string>> {
  const [pages, context, elsewhere] = checksOf(page);
  return [pages, page.answers, context, elsewhere];
}

it('has paths for every form in the catalogue', () => {
  expect(Object.keys(paths).sort()).toEqual(forms.map(({ name }) => name).sort());
});
