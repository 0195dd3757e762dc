import type { Answers } from '@/lib/catalogue/domain/answers-shape';
import type { ServiceForm } from '@/lib/catalogue/domain/definition';
import { checkDocument } from '@/lib/catalogue/domain/definition-errors';
import { granvikCareHome } from '@/prisma/seed/services/care-home/granvik';

const t = (sv: string) => ({ sv });
const options = [
  { value: 'a', label: t('A') },
  { value: 'b', label: t('B') },
];
const asked = (id: string) => ({ id, label: t(`Fråga ${id}`), required: true, missing: t('Svara') });

/** A form with one question of each kind there is, on two pages: invented for tests. */
export const everyKindDocument: unknown = {
  ...granvikCareHome,
  slug: 'every-kind',
  languages: ['sv'],
  name: t('Alla slag'),
  appliesFor: t('något'),
  summary: t('En av varje.'),
  searchWords: t('ord'),
  about: t('Om'),
  forWhom: t('För vem'),
  atHand: [],
  cost: undefined,
  usualTime: undefined,
  deadlines: undefined,
  phases: undefined,
  afterwards: [t('Vi hör av oss.')],
  law: [{ validFrom: '2026-01-01', text: t('Lag'), source: 'SFS' }],
  onBehalf: undefined,
  signers: 'applicant',
  destination: { applicationType: 'every-kind', unit: t('Nämnden') },
  pages: [
    {
      slug: 'one',
      title: t('Ett'),
      groups: [
        {
          id: 'plain',
          title: t('Enkla'),
          fields: [
            { kind: 'text', ...asked('text') },
            { kind: 'long-text', ...asked('long-text') },
            { kind: 'number', ...asked('number'), decimals: 1, unit: t('kvadratmeter') },
            { kind: 'money', ...asked('money') },
            { kind: 'date', ...asked('date') },
            { kind: 'choice', ...asked('choice'), options },
            { kind: 'choices', ...asked('choices'), options },
            { kind: 'yes-no', ...asked('yes-no') },
            { kind: 'national-id', ...asked('national-id') },
            { kind: 'phone', ...asked('phone') },
            { kind: 'email', ...asked('email') },
            { kind: 'property', ...asked('property') },
          ],
        },
      ],
    },
    {
      slug: 'two',
      title: t('Två'),
      limits: [
        {
          field: 'incomes',
          holds: { '>=': [{ var: 'incomes.amount' }, { var: 'money' }] },
          message: t('Kontrollera inkomsterna'),
        },
      ],
      groups: [
        {
          id: 'many',
          title: t('Flera rutor'),
          fields: [
            { kind: 'person', ...asked('person'), relations: options },
            { kind: 'period', ...asked('period'), openEnded: true },
            { kind: 'child', ...asked('child') },
            { kind: 'address', ...asked('address') },
            { kind: 'bank-account', ...asked('bank-account') },
            { kind: 'schedule', ...asked('schedule'), rows: options, columns: options },
            {
              kind: 'rows',
              ...asked('incomes'),
              item: t('Inkomst'),
              add: t('Lägg till en inkomst'),
              columns: [
                { kind: 'text', ...asked('what') },
                { kind: 'money', id: 'amount', label: t('Belopp') },
                { kind: 'date', id: 'paid', label: t('Betald') },
              ],
            },
            {
              kind: 'computed',
              id: 'left',
              label: t('Kvar'),
              money: true,
              value: { '-': [{ var: 'incomes.amount' }, { var: 'money' }] },
            },
            { kind: 'file', ...asked('file'), accept: ['pdf'], bringLater: true },
            { kind: 'care-home-wishes', ...asked('care-home-wishes'), max: 2 },
            { kind: 'consent', ...asked('consent'), text: t('Samtycke') },
            {
              kind: 'information',
              id: 'advice',
              label: t('Råd'),
              text: t('Ett råd.'),
              instead: { label: t('Läs mer'), href: '/services' },
            },
            {
              kind: 'information',
              id: 'stop',
              label: t('Du kan inte söka'),
              text: t('Du har för mycket kvar.'),
              stops: true,
              shownIf: { '>': [{ var: 'left' }, 100_000] },
            },
          ],
        },
      ],
    },
  ],
};

const checked = checkDocument(everyKindDocument);
if (!checked.ok || checked.definition.kind !== 'form') {
  throw new Error(`The form of every kind is wrong: ${JSON.stringify(checked)}`);
}
export const everyKind: ServiceForm = checked.definition;

/** Right answers to all of it. The child's key is that of `everyKindChild`. */
export const everyKindAnswers: Answers = {
  text: 'Ett svar',
  'long-text': 'Rad ett\nRad två',
  number: '72,5',
  money: '8 500,50',
  date: '2026-11-24',
  choice: 'a',
  choices: ['a', 'b'],
  'yes-no': 'no',
  'national-id': '19420709-9146',
  phone: '070-174 06 05',
  email: 'astrid@example.test',
  property: 'Granvik Åsen 1:23',
  person: { name: 'Karin', relation: 'a', phone: '070-174 06 07' },
  period: { from: '2026-12-01', to: '' },
  child: { child: 'anna', name: '', 'national-id': '' },
  address: { street: 'Storgatan 1', postcode: '123 45', city: 'Granvik' },
  'bank-account': { clearing: '5001', account: '34 560 08' },
  schedule: ['a.b', 'b.a'],
  incomes: {
    rows: [
      { what: 'Pension', amount: '12 000', paid: '2026-11-18' },
      { what: '', amount: '', paid: '' },
      { what: 'Hyra ut', amount: '', paid: '' },
    ],
  },
  file: {
    files: [{ id: '0d9f3f0e-93f6-4b5e-8f5a-1f6f0e3c9d21', name: 'a.pdf', size: 1, mediaType: '' }],
    later: false,
  },
  'care-home-wishes': ['lindbacken'],
  consent: 'yes',
};

export const everyKindChild = { key: 'anna', name: 'Anna Lindqvist', nationalId: '201801082387' };
