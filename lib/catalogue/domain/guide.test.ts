import { describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/kernel/calendar-date';
import type { Answers } from './answers-shape';
import type { ServiceDocument } from './definition';
import { checkDocument } from './definition-errors';
import { type GuideMove, guideStep } from './guide';
import type { Rule } from './rules';

const t = (text: string) => ({ sv: text });
type Document = Extract<ServiceDocument, { kind: 'guide' }>;

const option = (value: string) => ({ value, label: t(value) });
const question = (id: string): Document['pages'][number]['groups'][number]['fields'][number] => ({
  kind: 'choice',
  id,
  label: t(id),
  required: true,
  missing: t('Välj'),
  options: [option('yes-please'), option('no-thanks')],
});
const page = (slug: string, more: object = {}): Document['pages'][number] => ({
  slug,
  title: t(slug),
  groups: [{ id: `${slug}-group`, fields: [{ ...question(slug), ...more }] }],
});
const wants = (id: string): Rule => ({ '==': [{ var: id }, 'yes-please'] });

const document: Document = {
  kind: 'guide',
  schema: 1,
  slug: 'guide',
  languages: ['sv'],
  name: t('Vilken?'),
  summary: t('Svara.'),
  pages: [page('first'), { ...page('second'), shownIf: wants('first') }, page('third')],
  advice: [{ kind: 'information', id: 'now', label: t('Ring'), text: t('112'), shownIf: wants('third') }],
  outcomes: [
    { id: 'a-one', when: wants('first'), service: 'a', why: t('för att') },
    { id: 'a-two', when: wants('second'), service: 'a', why: t('också för att') },
    { id: 'gone', when: wants('third'), service: 'gone', why: t('fanns förr') },
  ],
  otherwise: { title: t('Inget'), text: t('Ring oss.') },
};
const problems = (changed: object) => {
  const checked = checkDocument({ ...document, ...changed });
  return checked.ok ? [] : checked.problems;
};
const checked = checkDocument(document);
if (!checked.ok || checked.definition.kind !== 'guide') throw new Error(JSON.stringify(checked));
const guide = checked.definition;
const step = (answers: Answers, move: GuideMove | null) =>
  guideStep(guide, {
    language: 'en',
    today: calendarDate('2026-11-24'),
    answers,
    services: [{ slug: 'a' }, { slug: 'b' }],
    move,
  });

describe('a step of the guide', () => {
  it('begins with the first page, with nothing to put right', () => {
    expect(step({}, null)).toMatchObject({ kind: 'page', number: 1, page: { slug: 'first' }, problems: [] });
    expect(step({}, { page: 'no-such-page', to: 'next' })).toMatchObject({ page: { slug: 'first' } });
  });

  it('stays where nothing was chosen, and says so', () => {
    expect(step({}, { page: 'first', to: 'next' })).toMatchObject({
      page: { slug: 'first' },
      problems: [{ field: 'first', key: 'missing' }],
    });
    expect(step({ first: 'anything' }, { page: 'first', to: 'next' })).toMatchObject({
      problems: [{ field: 'first', key: 'notAnOption' }],
    });
  });

  it('goes on to what the answers lead to, carries what was answered elsewhere, and goes back', () => {
    expect(step({ first: 'yes-please' }, { page: 'first', to: 'next' })).toMatchObject({
      number: 2,
      page: { slug: 'second' },
      carried: [{ name: 'first', value: 'yes-please' }],
    });
    expect(step({ first: 'no-thanks', second: 'yes-please' }, { page: 'first', to: 'next' })).toMatchObject({
      number: 2,
      page: { slug: 'third' },
      carried: [{ name: 'first', value: 'no-thanks' }],
    });
    expect(step({ first: 'no-thanks' }, { page: 'third', to: 'back' })).toMatchObject({
      page: { slug: 'first' },
    });
    // What the page itself asks stands in its own inputs, and nowhere beside them.
    const both = { first: 'yes-please', second: 'yes-please' };
    expect(step(both, { page: 'second', to: 'back' })).toMatchObject({
      page: { slug: 'first' },
      carried: [{ name: 'second', value: 'yes-please' }],
    });
    expect(step({}, { page: 'first', to: 'back' })).toMatchObject({ page: { slug: 'first' } });
    expect(step({ first: 'no-thanks' }, { page: null, to: 'back' })).toMatchObject({
      page: { slug: 'third' },
    });
  });

  it('gives no answer while a question is unanswered, whatever was sent', () => {
    expect(step({ third: 'no-thanks' }, { page: null, to: 'next' })).toMatchObject({
      page: { slug: 'first' },
      problems: [],
    });
    expect(step({ third: 'no-thanks' }, { page: 'third', to: 'next' })).toMatchObject({
      page: { slug: 'first' },
    });
  });

  it('names a service once, with its first reason, and carries the answers on', () => {
    const answers = { first: 'yes-please', second: 'yes-please', third: 'no-thanks' };
    expect(step(answers, { page: 'third', to: 'next' })).toEqual({
      kind: 'answer',
      advice: [],
      fitting: [{ service: { slug: 'a' }, why: 'för att' }],
      otherwise: null,
      carried: Object.entries(answers).map(([name, value]) => ({ name, value })),
    });
  });

  it('takes no account of what was answered before a changed mind', () => {
    const answers = { first: 'no-thanks', second: 'yes-please', third: 'no-thanks' };
    expect(step(answers, { page: 'third', to: 'next' })).toMatchObject({ kind: 'answer', fitting: [] });
  });

  it('says what to do instead where what fits is not shown any more', () => {
    expect(step({ first: 'no-thanks', third: 'yes-please' }, { page: 'third', to: 'next' })).toMatchObject({
      advice: [{ label: 'Ring', text: '112' }],
      fitting: [],
      otherwise: { title: 'Inget', text: 'Ring oss.' },
    });
  });
});

describe('the meta-schema, of guides', () => {
  const faults: [string, object, { where: string; what: string }][] = [
    [
      'a question that somebody could say who she is in',
      {
        pages: [
          { ...page('first'), groups: [{ id: 'g', fields: [{ kind: 'text', id: 'x', label: t('Namn') }] }] },
        ],
      },
      {
        where: 'sida first › grupp g › fråga x › kind',
        what: 'Slaget under ”kind” saknas eller känns inte igen.',
      },
    ],
    [
      'an answer that is filled in',
      { pages: [page('first', { prefill: 'register-name' })] },
      {
        where: 'sida first › grupp first-group › fråga first',
        what: 'Det här känns inte igen: prefill. Rätta stavningen eller ta bort det.',
      },
    ],
    [
      'a question that hangs on another on its page',
      {
        pages: [
          {
            ...page('first'),
            groups: [
              { id: 'g', fields: [question('first'), { ...question('more'), shownIf: wants('first') }] },
            ],
          },
        ],
        advice: [],
        outcomes: [{ id: 'a', when: wants('first'), service: 'a', why: t('x') }],
      },
      {
        where: 'sida first › grupp g › fråga more › shownIf',
        what: 'Villkoret frågar efter ”first”, som står på samma sida. I vägledningen får det som visas bara bero på tidigare sidor: flytta frågan till en egen sida.',
      },
    ],
    [
      'an outcome that asks about nothing there is',
      { outcomes: [{ id: 'a', when: wants('nothing'), service: 'a', why: t('x') }] },
      {
        where: 'förslag a › when',
        what: 'Villkoret frågar efter ”nothing”, men ingen fråga har det id:t.',
      },
    ],
    [
      'an outcome that compares with an answer that can’t be given',
      { outcomes: [{ id: 'a', when: { '==': [{ var: 'first' }, 'maybe'] }, service: 'a', why: t('x') }] },
      {
        where: 'förslag a › when',
        what: 'Villkoret jämför ”first” med ”maybe”, men svaren där kan bara vara: yes-please, no-thanks.',
      },
    ],
    [
      'two pieces of advice with one name',
      { advice: [...document.advice, ...document.advice] },
      { where: 'råd now › id', what: 'Två förslag eller råd heter ”now”. Ge dem olika id.' },
    ],
    [
      'advice that stops somebody',
      { advice: document.advice.map((advice) => ({ ...advice, stops: true })) },
      { where: 'råd now', what: 'Det här känns inte igen: stops. Rätta stavningen eller ta bort det.' },
    ],
    [
      'another name than the guide’s',
      { slug: 'vilken-tjanst' },
      { where: 'slug', what: 'Välj ett av: guide.' },
    ],
    [
      'nothing to say where none fits',
      { otherwise: undefined },
      { where: 'otherwise', what: 'Det här saknas. Skriv det.' },
    ],
  ];
  it.each(faults)('says what is wrong with %s', (_, changed, expected) => {
    expect(problems(changed)).toContainEqual(expected);
  });

  it('lets no service take the guide’s name', () => {
    const service = {
      kind: 'elsewhere',
      schema: 1,
      slug: 'guide',
      category: 'care',
      languages: ['sv'],
      name: t('x'),
      summary: t('x'),
      searchWords: t('x'),
      about: t('x'),
      forWhom: t('x'),
      howToApply: t('x'),
    };
    const found = checkDocument(service);
    expect(found.ok || found.problems).toContainEqual({
      where: 'slug',
      what: '”guide” är vägledningens namn. Välj ett annat.',
    });
  });
});
