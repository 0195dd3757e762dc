import { describe, expect, it } from 'vitest';
import { granvikCareHome } from '@/prisma/seed/services/care-home/granvik';
import { checkDocument } from './definition-errors';

const t = (text: string) => Object.fromEntries(granvikCareHome.languages.map((code) => [code, text]));
const field = (changes: object) => ({ label: t('Fråga'), required: true, missing: t('Svara'), ...changes });

const signers = {
  order: 'in-turn',
  others: [
    {
      id: 'co-applicant',
      role: t('medsökande'),
      nationalId: 'their-number',
      name: 'their-name',
      when: { '==': [{ var: 'together' }, 'yes'] },
    },
  ],
  answerWithinDays: 14,
  remindAfterDays: [3, 7],
};
const document = (changes: object, number: object = {}) => ({
  ...granvikCareHome,
  onBehalf: undefined,
  signers: { ...signers, ...changes },
  pages: [
    {
      slug: 'first',
      title: t('Sida'),
      groups: [
        {
          id: 'group',
          fields: [
            field({ kind: 'yes-no', id: 'together' }),
            field({ kind: 'national-id', id: 'their-number', ...number }),
            field({ kind: 'text', id: 'their-name' }),
          ],
        },
      ],
    },
  ],
});
const other = (changes: object) => ({ others: [{ ...signers.others[0], ...changes }] });
const problems = (changed: unknown) => {
  const checked = checkDocument(changed);
  return checked.ok ? [] : checked.problems;
};

describe('who signs', () => {
  it('may be several, named by questions', () => {
    expect(problems(document({}))).toEqual([]);
    expect(problems({ ...document({}), signers: 'applicant' })).toEqual([]);
  });

  it.each([
    [
      'somebody whom no question names',
      document(other({ nationalId: 'nobody' })),
      'signers › underskrift av co-applicant › nationalId',
      'Det finns ingen fråga ”nobody” av slaget ”national-id” att peka på.',
    ],
    [
      'a name that is no text',
      document(other({ name: 'together' })),
      'signers › underskrift av co-applicant › name',
      'Det finns ingen fråga ”together” av slaget ”text” att peka på.',
    ],
    [
      'a child whom no question names',
      document({ others: [{ id: 'guardian', role: t('vårdnadshavare'), guardiansOf: 'child' }] }),
      'signers › underskrift av guardian › guardiansOf',
      'Det finns ingen fråga ”child” av slaget ”child” att peka på.',
    ],
    [
      'guardians without anybody to ask for where the register knows none',
      document({ others: [{ id: 'guardian', role: t('vårdnadshavare'), guardiansOf: 'child' }] }),
      'signers › underskrift av guardian',
      'Folkbokföringen känner inte till alla barn, och kan vara tyst. Lägg till en underskrift med ”nationalId” som gäller när barnet är ett annat, så att ingen ansökan skickas utan den andra vårdnadshavaren.',
    ],
    [
      'a number that may be left out',
      document({}, { required: false }),
      'signers › underskrift av co-applicant › nationalId',
      'Frågan ”their-number” säger vem som ska skriva under, men får lämnas tom. Sätt "required": true på frågan. Den ställs ändå bara när dess ”shownIf” stämmer.',
    ],
    [
      'two with one name',
      document({ others: [signers.others[0], signers.others[0]] }),
      'signers › underskrift av co-applicant › id',
      '”co-applicant” är redan namnet på en av dem som skriver under. Välj ett annat id. ”applicant” är alltid den som fyller i ansökan.',
    ],
    [
      'a reminder on the last day',
      document({ remindAfterDays: [3, 14] }),
      'signers › remindAfterDays › nummer 2',
      'Påminnelserna ska stå i ordning, och alla ska komma före sista dagen, som är dag 14.',
    ],
    [
      'reminders in disorder',
      document({ remindAfterDays: [7, 3] }),
      'signers › remindAfterDays › nummer 2',
      'Påminnelserna ska stå i ordning, och alla ska komma före sista dagen, som är dag 14.',
    ],
    [
      'a condition on an answer that can’t be given',
      document(other({ when: { '==': [{ var: 'together' }, 'perhaps'] } })),
      'signers › underskrift av co-applicant › when',
      'Villkoret jämför ”together” med ”perhaps”, men svaren där kan bara vara: yes, no.',
    ],
    [
      'a misspelled name deep inside',
      document(other({ roll: t('x') })),
      'signers › underskrift av co-applicant',
      'Det här känns inte igen: roll. Rätta stavningen eller ta bort det.',
    ],
    [
      'an order that is none',
      document({ order: 'whenever' }),
      'signers › order',
      'Välj ett av: in-turn, at-once.',
    ],
    ['nobody at all', document({ others: [] }), 'signers › others', 'Listan är för kort. Skriv minst 1.'],
    ['too long a time', document({ answerWithinDays: 400 }), 'signers › answerWithinDays', 'Skriv högst 90.'],
    [
      'a page with the name of the page where signatures are followed',
      { ...document({}), pages: [{ ...document({}).pages[0], slug: 'signatures' }] },
      'sida signatures › slug',
      '”signatures” är namnet på en av ansökans egna sidor. Välj ett annat.',
    ],
  ])('says what is wrong with %s', (_, changed, where, what) => {
    expect(problems(changed)).toContainEqual({ where, what });
  });
});
