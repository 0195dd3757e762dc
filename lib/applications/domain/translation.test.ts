import { describe, expect, it } from 'vitest';
import type { Answers } from '@/lib/catalogue/domain/answers-shape';
import type { HomeChoice } from '@/lib/catalogue/domain/form-page';
import { answerTexts } from '@/lib/catalogue/domain/form-texts';
import { texts } from '@/lib/platform/i18n';
import { paths } from '@/lib/testing/paths/all-paths';
import { forms } from '@/lib/testing/service-forms';
import { makeSnapshot } from './snapshot';
import { translate } from './translation';

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
const facts = (language: 'sv' | 'ar') => ({
  language,
  texts: answerTexts(texts(language)),
  homes,
  children: [{ key: 'child-1', name: 'Elsa', nationalId: '201409272380' }],
  now: new Date('2026-11-24T12:15:00Z'),
  version: 1,
  municipality: 'Granviks kommun',
  applicant: { name: 'Yousef Haddad', nationalId: '19790107-2392' },
});
const inSwedish = { language: 'sv', texts: answerTexts(texts('sv')) } as const;

const careHome = forms.find(({ name }) => name === 'granvik/sarskilt-boende')?.definition;
if (!careHome) throw new Error('There is no such form');
const answers: Answers = {
  'applies-for': 'self',
  living: 'own',
  'lives-with': 'partner',
  obstacles: ['stairs', 'bathroom'],
  'not-enough': 'أسقط كثيرا',
  'home-wishes': ['lindbacken'],
  'partner-moves': 'yes',
  'partner-national-id': '193812038895',
  'together-since': '1962-06-16',
  'contact-wanted': 'yes',
  'contact-person': { name: 'Karin', phone: '070-174 06 07', relation: 'child' },
};

describe('an application signed in Arabic, said in Swedish', () => {
  const signed = makeSnapshot(careHome, answers, facts('ar'));
  const translation = translate(signed, careHome, inSwedish);
  const questions = translation.pages.flatMap(({ groups }) => groups.flatMap((group) => group.questions));
  const question = (id: string) => questions.find((one) => one.id === id);

  it('has the form’s own questions, alternatives and answers in Swedish', () => {
    expect(translation).toMatchObject({ language: 'sv', title: 'Särskilt boende' });
    expect(question('obstacles')).toEqual({
      id: 'obstacles',
      kind: 'choices',
      question: 'Är något i bostaden svårt för dig?',
      help: 'Välj allt som stämmer.',
      options: expect.arrayContaining([{ value: 'stairs', label: 'Trappor eller ingen hiss' }]),
      answer: ['Trappor eller ingen hiss', 'Badrummet är trångt eller svårt att använda'],
    });
    expect(question('contact-person')?.answer).toEqual(['Karin', 'Barn', '070-174 06 07']);
    expect(question('together-since')?.answer).toEqual(['lördag 16\u00a0juni 1962']);
    expect(question('culture')?.answer).toEqual(['Inget svar']);
  });
  it('leaves what was written as it was typed, and says in what language the form was', () => {
    expect(question('not-enough')).toMatchObject({ answer: ['أسقط كثيرا'], answerLanguage: 'ar' });
    expect(question('culture')).not.toHaveProperty('answerLanguage');
  });
  it('has the homes by the names that stood there', () => {
    expect(question('home-wishes')).toMatchObject({
      options: [{ value: 'lindbacken', label: 'Lindbacken, Centrum' }],
      answer: ['Önskemål 1: Lindbacken, Centrum'],
    });
  });
});

// Every service's every path: the two say the same questions, and what the form says is in Swedish, all of it.
const walked = forms.flatMap((form) =>
  Object.entries(paths[form.name] ?? {}).map(([path, steps]) => ({ ...form, path, steps })),
);

it.each(walked.filter(({ definition }) => definition.languages.includes('ar')))(
  '$name, $path: what was signed in Arabic is asked and answered in Swedish',
  ({ definition, steps }) => {
    const given: Answers = Object.assign({}, ...steps.map((step) => step.answers));
    const plain = (language: 'sv' | 'ar') => ({ ...facts(language), homes: [] });
    const signed = makeSnapshot(definition, given, plain('ar'));
    const asked = makeSnapshot(definition, given, plain('sv'));
    const said = (pages: readonly unknown[]) =>
      JSON.parse(JSON.stringify(pages, (key, value) => (besides.has(key) ? undefined : value)));
    expect(said(translate(signed, definition, inSwedish).pages)).toEqual(said(asked.pages));
  },
);

/** What one of the two has that isn't said to anybody. */
const besides = new Set(['value', 'answerLanguage', 'prefilled']);
