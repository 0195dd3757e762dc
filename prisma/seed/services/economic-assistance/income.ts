import { amountColumn, type FieldDocument, is, must, option, type PageDocument, page, t } from '../parts';
import { together } from './you';

const kinds = [
  option('salary', 'Lön', 'Pay'),
  option('unemployment', 'A-kassa eller aktivitetsstöd', 'Unemployment benefit or activity support'),
  option('sickness', 'Sjukpenning eller sjukersättning', 'Sickness benefit or compensation'),
  option('parental', 'Föräldrapenning', 'Parental benefit'),
  option('child-benefit', 'Barnbidrag eller underhållsstöd', 'Child allowance or maintenance support'),
  option('housing-benefit', 'Bostadsbidrag eller bostadstillägg', 'Housing allowance or supplement'),
  option('studies', 'Studiemedel eller studiehjälp', 'Student finance or study allowance'),
  option('pension', 'Pension', 'Pension'),
  option('business', 'Inkomst från eget företag', 'Income from a business'),
  option('transfers', 'Pengar från andra, till exempel Swish', 'Money from others, for example by Swish'),
  option('tax', 'Skatteåterbäring', 'Tax refund'),
  option('other', 'Annan inkomst', 'Other income'),
];

const table = (
  id: string,
  label: ReturnType<typeof t>,
  shownIf: FieldDocument['shownIf'],
): FieldDocument => ({
  kind: 'rows',
  id,
  label,
  hint: t(
    'Skriv det som har betalats ut eller ska betalas ut under månaden, efter skatt.',
    'Write what has been paid or will be paid during the month, after tax.',
  ),
  item: t('Inkomst', 'Income'),
  add: t('Lägg till en inkomst', 'Add an income'),
  maxRows: 15,
  shownIf,
  ...must('Skriv inkomsterna', 'Write the incomes'),
  columns: [
    {
      kind: 'choice',
      id: 'kind',
      label: t('Vad är det för inkomst?', 'What kind of income is it?'),
      ...must('Välj vad det är för inkomst', 'Choose what kind of income it is'),
      options: kinds,
    },
    amountColumn(t('Belopp efter skatt', 'Amount after tax')),
    {
      kind: 'date',
      id: 'paid-on',
      label: t('Dag då pengarna betalas ut', 'Day when the money is paid'),
      hint: t('Lämna tomt om du inte vet.', 'Leave it empty if you don’t know.'),
    },
  ],
});

export const incomes: PageDocument = {
  slug: 'incomes',
  title: t('Inkomster', 'Incomes'),
  lead: t(
    'Skriv alla pengar du får under den tid som ansökan gäller. Ta med också små belopp, och barnens bidrag.',
    'Write all the money that you get in the time the application is for. Include small amounts too, and the children’s allowances.',
  ),
  groups: [
    {
      id: 'incomes-group',
      fields: [
        {
          kind: 'yes-no',
          id: 'has-incomes',
          label: t('Har du några inkomster?', 'Do you have any incomes?'),
          ...must('Välj om du har några inkomster', 'Choose whether you have any incomes'),
        },
        table('incomes', t('Dina inkomster', 'Your incomes'), is('has-incomes', 'yes')),
        {
          kind: 'yes-no',
          id: 'partner-has-incomes',
          label: t('Har din medsökande några inkomster?', 'Does your co-applicant have any incomes?'),
          shownIf: together,
          ...must(
            'Välj om din medsökande har några inkomster',
            'Choose whether your co-applicant has any incomes',
          ),
        },
        table(
          'partner-incomes',
          t('Din medsökandes inkomster', 'Your co-applicant’s incomes'),
          is('partner-has-incomes', 'yes'),
        ),
        {
          kind: 'computed',
          id: 'income-sum',
          label: t('Inkomster tillsammans', 'Incomes in all'),
          money: true,
          value: { '+': [{ var: 'incomes.amount' }, { var: 'partner-incomes.amount' }] },
          shownIf: { or: [is('has-incomes', 'yes'), is('partner-has-incomes', 'yes')] },
        },
      ],
    },
  ],
};

export const pending: PageDocument = page('pending', t('Pengar du väntar på', 'Money you are waiting for'), [
  {
    kind: 'yes-no',
    id: 'has-pending',
    label: t(
      'Har du sökt någon ersättning som du inte har fått svar om?',
      'Have you applied for any benefit that you have not had an answer about?',
    ),
    hint: t(
      'Till exempel från Försäkringskassan, a-kassan, CSN eller Pensionsmyndigheten. Svara ja också om din medsökande väntar på svar.',
      'For example from Försäkringskassan, an unemployment fund, CSN or Pensionsmyndigheten. Answer yes also if your co-applicant is waiting for an answer.',
    ),
    ...must(
      'Välj om du väntar på svar om någon ersättning',
      'Choose whether you are waiting to hear about a benefit',
    ),
  },
  {
    kind: 'rows',
    id: 'pending',
    label: t('Ersättningar som ni väntar på', 'Benefits that you are waiting for'),
    item: t('Ersättning', 'Benefit'),
    add: t('Lägg till en ersättning', 'Add a benefit'),
    shownIf: is('has-pending', 'yes'),
    ...must('Skriv vilken ersättning du väntar på', 'Write which benefit you are waiting for'),
    columns: [
      {
        kind: 'text',
        id: 'what',
        label: t('Vad är det för ersättning?', 'What benefit is it?'),
        ...must('Skriv vad det är för ersättning', 'Write what benefit it is'),
      },
      {
        kind: 'text',
        id: 'from',
        label: t('Vem ska betala den?', 'Who is to pay it?'),
        ...must('Skriv vem som ska betala ersättningen', 'Write who is to pay the benefit'),
      },
      {
        kind: 'date',
        id: 'applied-on',
        label: t('Vilken dag sökte du?', 'On which day did you apply?'),
        latest: 'today',
      },
    ],
  },
]);
