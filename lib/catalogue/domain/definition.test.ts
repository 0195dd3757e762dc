import { describe, expect, it } from 'vitest';
import { services } from '@/prisma/seed/services/all';
import { granvikCareHome } from '@/prisma/seed/services/care-home/granvik';
import { ekhamnElsewhere } from '@/prisma/seed/services/elsewhere';
import type { ServiceDocument } from './definition';
import { checkDocument } from './definition-errors';

const t = (text: string) => ({ sv: text });
type Form = Extract<ServiceDocument, { kind: 'form' }>;
type FieldDocument = Form['pages'][number]['groups'][number]['fields'][number];

const colour = {
  kind: 'choice',
  id: 'colour',
  label: t('Vilken färg?'),
  required: true,
  missing: t('Välj färg'),
  options: [
    { value: 'red', label: t('Röd') },
    { value: 'blue', label: t('Blå') },
  ],
} satisfies FieldDocument;
const page = (slug: string, ...fields: FieldDocument[]): Form['pages'][number] => ({
  slug,
  title: t('Sida'),
  groups: [{ id: `${slug}-group`, fields }],
});
const form = (changes: object): unknown => ({
  ...granvikCareHome,
  ...small,
  ...changes,
});
const small = {
  languages: ['sv'],
  name: t('Namn'),
  appliesFor: t('något'),
  summary: t('En mening.'),
  searchWords: t('ord'),
  about: t('Om'),
  forWhom: t('För vem'),
  atHand: [],
  usualTime: undefined,
  cost: undefined,
  afterwards: [t('Vi hör av oss.')],
  law: [{ validFrom: '2026-01-01', text: t('Lag'), source: 'SFS' }],
  onBehalf: undefined,
  destination: { applicationType: 'x', unit: t('Nämnden') },
  pages: [page('first', colour)],
};
const problems = (document: unknown) => {
  const checked = checkDocument(document);
  return checked.ok ? [] : checked.problems;
};

describe('the meta-schema', () => {
  const documents = Object.entries(services).flatMap(([tenant, list]) =>
    list.map((document) => ({ name: `${tenant}/${document.slug}`, document })),
  );
  it.each(documents)('takes $name', ({ document }) => {
    expect(problems(document)).toEqual([]);
  });

  it('takes the small form that the faults below are made in', () => {
    expect(problems(form({}))).toEqual([]);
  });

  const shownIf = (rule: unknown, id = 'later') =>
    page('second', { kind: 'text', id, label: t('Text'), shownIf: rule } as FieldDocument);
  const faults: [string, unknown, { where: string; what: string }][] = [
    [
      'a text that is missing in a language',
      form({ languages: ['sv', 'ar'], pages: [page('first', colour)], name: { sv: 'Namn' } }),
      { where: 'name', what: 'Texten saknas på arabiska. Skriv den, eller ta bort språket ur ”languages”.' },
    ],
    [
      'a text in a language that is not listed',
      form({ name: { sv: 'Namn', en: 'Name' } }),
      {
        where: 'name',
        what: 'Texten finns på engelska, som inte står i ”languages”. Lägg till språket där eller ta bort texten.',
      },
    ],
    [
      'an empty text deep in the form',
      form({ pages: [page('first', { ...colour, label: t(' ') })] }),
      {
        where: 'sida first › grupp first-group › fråga colour › label › sv',
        what: 'Texten är tom. Skriv texten.',
      },
    ],
    [
      'a misspelled name',
      form({ pages: [page('first', { ...colour, labell: t('x') } as FieldDocument)] }),
      {
        where: 'sida first › grupp first-group › fråga colour',
        what: 'Det här känns inte igen: labell. Rätta stavningen eller ta bort det.',
      },
    ],
    [
      'a question of an unknown kind',
      form({ pages: [page('first', { ...colour, kind: 'colour-picker' } as unknown as FieldDocument)] }),
      {
        where: 'sida first › grupp first-group › fråga colour › kind',
        what: 'Slaget under ”kind” saknas eller känns inte igen.',
      },
    ],
    [
      'a question that must be answered, without words for when it is not',
      form({ pages: [page('first', { ...colour, missing: undefined })] }),
      {
        where: 'sida first › grupp first-group › fråga colour',
        what: 'Frågan ”colour” måste besvaras men har ingen text för när svaret saknas. Skriv under ”missing” vad man ska göra, till exempel ”Välj var du bor”.',
      },
    ],
    [
      'two questions with one name',
      form({ pages: [page('first', colour), page('second', colour)] }),
      {
        where: 'sida second › grupp second-group › fråga colour › id',
        what: 'Två frågor skulle skicka sitt svar under namnet ”colour”. Ge dem olika id.',
      },
    ],
    [
      'a text that collides with a part of a person',
      form({
        pages: [
          page(
            'first',
            {
              kind: 'person',
              id: 'contact',
              label: t('Vem?'),
              relations: [
                { value: 'a', label: t('A') },
                { value: 'b', label: t('B') },
              ],
            },
            { kind: 'text', id: 'contact-name', label: t('Namn') },
          ),
        ],
      }),
      {
        where: 'sida first › grupp first-group › fråga contact-name › id',
        what: 'Två frågor skulle skicka sitt svar under namnet ”contact-name”. Ge dem olika id.',
      },
    ],
    [
      'a page with the name of one of the application’s own',
      form({ pages: [page('check', colour)] }),
      { where: 'sida check › slug', what: '”check” är namnet på en av ansökans egna sidor. Välj ett annat.' },
    ],
    [
      'a condition on a question that does not exist',
      form({ pages: [page('first', colour), shownIf({ '==': [{ var: 'color' }, 'red'] })] }),
      {
        where: 'sida second › grupp second-group › fråga later › shownIf',
        what: 'Villkoret frågar efter ”color”, men ingen fråga har det id:t.',
      },
    ],
    [
      'a condition on a later question',
      form({
        pages: [
          { ...page('first', colour), shownIf: { '==': [{ var: 'later' }, 'x'] } },
          page('second', { kind: 'text', id: 'later', label: t('Text') }),
        ],
      }),
      {
        where: 'sida first › shownIf',
        what: 'Villkoret frågar efter ”later”, som kommer senare eller är frågan själv. Det som visas får bara bero på tidigare frågor.',
      },
    ],
    [
      'a condition on an answer that can’t be given',
      form({ pages: [page('first', colour), shownIf({ in: [{ var: 'colour' }, ['red', 'green']] })] }),
      {
        where: 'sida second › grupp second-group › fråga later › shownIf',
        what: 'Villkoret jämför ”colour” med ”green”, men svaren där kan bara vara: red, blue.',
      },
    ],
    [
      'a condition in another language',
      form({ pages: [page('first', colour), shownIf({ sum: [1, 2] })] }),
      {
        where: 'sida second › grupp second-group › fråga later › shownIf',
        what: 'Villkoret går inte att läsa. Ett villkor skrivs till exempel {"==": [{"var": "fråga"}, "svar"]} och kan sättas ihop med "and", "or", "!" och "in".',
      },
    ],
    [
      'a single alternative',
      form({ pages: [page('first', { ...colour, options: colour.options.slice(0, 1) })] }),
      {
        where: 'sida first › grupp first-group › fråga colour › options',
        what: 'Det finns för få alternativ. Skriv minst två.',
      },
    ],
    [
      'a date that does not exist',
      form({ law: [{ validFrom: '2026-02-30', text: t('Lag'), source: 'SFS' }] }),
      { where: 'law › nummer 1 › validFrom', what: 'Skriv ett datum som finns, så här: 2026-11-24.' },
    ],
    [
      'something left out',
      form({ destination: undefined }),
      { where: 'destination', what: 'Det här saknas. Skriv det.' },
    ],
    [
      'somebody to apply for who is not asked about',
      form({ onBehalf: { name: 'colour', nationalId: 'nobody' } }),
      {
        where: 'onBehalf › name',
        what: 'Det finns ingen fråga ”colour” av slaget ”text” att peka på.',
      },
    ],
  ];
  it.each(faults)('says what is wrong with %s', (_, document, expected) => {
    expect(problems(document)).toContainEqual(expected);
  });

  it.each([
    'http://fardtjanst.example/',
    'https://anna:hemligt@fardtjanst.example/',
    'https://fardtjanst.example:8443/',
    'https://localhost/',
    'javascript:alert(1)',
    '/services',
    'fardtjanst.example',
  ])('sends nobody to %s', (url) => {
    const [elsewhere] = ekhamnElsewhere;
    const applyAt = { ...(elsewhere?.kind === 'elsewhere' && elsewhere.applyAt), url };
    expect(problems({ ...elsewhere, applyAt })).toEqual([
      {
        where: 'applyAt › url',
        what: 'Skriv hela adressen till en sida på webben. Den ska börja med https:// och får inte ha lösenord eller portnummer.',
      },
    ]);
  });

  it('says what is wrong with something that is no document at all', () => {
    expect(problems('hej')[0]?.where).toBe('hela dokumentet');
  });
});
