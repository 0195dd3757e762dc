import { describe, expect, it } from 'vitest';
import type { Answers } from '@/lib/catalogue/domain/answers-shape';
import { checkDocument } from '@/lib/catalogue/domain/definition-errors';
import type { HomeChoice } from '@/lib/catalogue/domain/form-page';
import { answerTexts, signingTexts } from '@/lib/catalogue/domain/form-texts';
import { canonicalJson } from '@/lib/kernel/canonical-json';
import { texts } from '@/lib/platform/i18n';
import { granvikCareHome } from '@/prisma/seed/services/care-home/granvik';
import { onBehalfOf, signingText } from './signing-text';
import { makeSnapshot, type SnapshotFacts } from './snapshot';
import { summarize } from './summary';

const checked = checkDocument(granvikCareHome);
if (!checked.ok || checked.definition.kind !== 'form') throw new Error('The definition is wrong');
const definition = checked.definition;
const now = new Date('2026-11-24T12:15:00Z');
const homes: HomeChoice[] = [
  {
    slug: 'lindbacken',
    name: 'Lindbacken',
    district: 'Centrum',
    address: 'Kyrkogatan 9',
    description: { text: 'Mitt i centrum.', lang: 'sv' },
    languages: ['sv'],
  },
];
const facts = (language: 'sv' | 'en' | 'ar'): SnapshotFacts => ({
  language,
  texts: answerTexts(texts(language)),
  homes,
  children: [],
  now,
  version: 1,
  municipality: 'Granviks kommun',
  applicant: { name: 'Astrid Lindqvist', nationalId: '19420709-9146' },
});
const answers: Answers = {
  'applies-for': 'self',
  living: 'own',
  'living-other': 'gammalt svar på en fråga som inte längre ställs',
  'lives-with': 'partner',
  obstacles: ['stairs', 'bathroom'],
  'not-enough': 'Rad ett\nRad två',
  'home-wishes': ['lindbacken'],
  'partner-moves': 'yes',
  'partner-national-id': '193812038895',
  'together-since': '1962-06-16',
  'contact-wanted': 'yes',
  'contact-person': { name: 'Karin', phone: '070-174 06 07', relation: 'child' },
  attachments: { files: [{ id: 'f', name: 'intyg.pdf', size: 9, mediaType: '' }], later: true },
  'consent-health': 'no',
};

describe('answers in words', () => {
  const words = (language: 'sv' | 'en' | 'ar') =>
    Object.fromEntries(
      summarize(definition, answers, facts(language))
        .flatMap((section) => section.groups.flatMap((group) => group.rows))
        .map((row) => [row.field, row.answer]),
    );

  it('are what a person would read', () => {
    expect(words('sv')).toMatchObject({
      living: ['I lägenhet eller hus'],
      obstacles: ['Trappor eller ingen hiss', 'Badrummet är trångt eller svårt att använda'],
      'not-enough': ['Rad ett', 'Rad två'],
      'home-wishes': ['Önskemål 1: Lindbacken'],
      'partner-national-id': ['19381203-8895'],
      'together-since': ['lördag 16\u00a0juni 1962'],
      'contact-person': ['Karin', 'Barn', '070-174 06 07'],
      attachments: ['intyg.pdf', 'Skickas senare'],
      'consent-health': ['Nej'],
      'wishes-why': ['Inget svar'],
    });
  });
  it('are in the language of the form', () => {
    expect(words('en')).toMatchObject({ living: ['In a flat or a house'], 'consent-health': ['No'] });
    expect(words('ar')).toMatchObject({ living: ['في شقة أو منزل'], 'consent-health': ['لا'] });
  });
  it('leave out what is not asked, and tell what is missing', () => {
    const rows = summarize(definition, answers, facts('sv')).flatMap((section) =>
      section.groups.flatMap((group) => group.rows),
    );
    expect(rows.find((row) => row.field === 'living-other')).toBeUndefined();
    expect(rows.find((row) => row.field === 'wash')).toMatchObject({ answered: false, missing: true });
    expect(rows.find((row) => row.field === 'culture')).toMatchObject({ answered: false, missing: false });
  });
});

describe('the snapshot', () => {
  const snapshot = makeSnapshot(definition, answers, facts('sv'));
  const questions = snapshot.pages.flatMap((page) => page.groups.flatMap((group) => group.questions));
  const question = (id: string) => questions.find((one) => one.id === id);

  it('holds the question, its help, the alternatives and the answer as they stood there', () => {
    expect(question('obstacles')).toEqual({
      id: 'obstacles',
      kind: 'choices',
      question: 'Är något i bostaden svårt för dig?',
      help: 'Välj allt som stämmer.',
      options: expect.arrayContaining([{ value: 'stairs', label: 'Trappor eller ingen hiss' }]),
      value: ['stairs', 'bathroom'],
      answer: ['Trappor eller ingen hiss', 'Badrummet är trångt eller svårt att använda'],
    });
  });
  it('holds the words of a consent and of an information', () => {
    expect(question('consent-health')?.text).toContain('Säger du nej prövar vi din ansökan ändå');
    expect(question('wishes-info')?.text).toContain('Behov går före önskemål');
    expect(question('wishes-info')).not.toHaveProperty('value');
  });
  it('holds the homes there were to choose from', () => {
    expect(question('home-wishes')?.options).toEqual([
      { value: 'lindbacken', label: 'Lindbacken, Centrum', help: 'Mitt i centrum.' },
    ]);
  });
  it('holds nothing that can’t be reached', () => {
    expect(canonicalJson(snapshot)).not.toContain('gammalt svar');
  });
  it('is the same for the same answers, and another for any other', () => {
    expect(canonicalJson(makeSnapshot(definition, { ...answers }, facts('sv')))).toBe(
      canonicalJson(snapshot),
    );
    const changed = { ...answers, 'not-enough': 'Rad ett\nRad tvÅ' };
    expect(canonicalJson(makeSnapshot(definition, changed, facts('sv')))).not.toBe(canonicalJson(snapshot));
    expect(canonicalJson(makeSnapshot(definition, answers, facts('en')))).not.toBe(canonicalJson(snapshot));
  });
});

describe('the text in the e-ID app', () => {
  const signing = {
    language: 'sv',
    texts: signingTexts(texts('sv')),
    municipality: 'Granviks kommun',
    signer: { name: 'Astrid Lindqvist', nationalId: '19420709-9146' },
    when: 'tisdag 24\u00a0november 2026 kl.\u00a013.15',
    hash: '0123456789abcdef'.repeat(4),
    now,
  };
  it('says what, for whom, to whom, when and which document', () => {
    expect(signingText(definition, answers, signing)).toBe(
      [
        'Jag ansöker om särskilt boende.',
        'Ansökan gäller mig själv.',
        '',
        'Till: Granviks kommun, Omsorgsnämnden',
        'Jag som skriver under: Astrid Lindqvist, 19420709-9146',
        'Tid: tisdag 24 november 2026 kl. 13.15',
        'Kod för dokumentet: 0123 4567 89ab cdef',
        '',
        'Jag har läst igenom mina svar. Uppgifterna stämmer.',
      ].join('\n'),
    );
  });
  it('names the other person when somebody else fills it in', () => {
    const represented = {
      ...answers,
      'applies-for': 'other',
      'represented-name': 'Gunnar Lindqvist',
      'represented-national-id': '193812038895',
    };
    expect(signingText(definition, represented, signing)).toContain(
      'Ansökan gäller: Gunnar Lindqvist, 19381203-8895',
    );
    expect(onBehalfOf(definition, { ...represented, 'applies-for': 'self' }, now)).toBeNull();
  });
  it('fits BankID’s limit', () => {
    expect(Buffer.from(signingText(definition, answers, signing)).toString('base64').length).toBeLessThan(
      40_000,
    );
  });
});
