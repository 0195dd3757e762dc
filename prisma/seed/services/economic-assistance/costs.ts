import { amountColumn, has, is, must, option, type PageDocument, page, t } from '../parts';
import type { Occasion } from './variant';

export const costs: PageDocument = page(
  'costs',
  t('Kostnader', 'Costs'),
  [
    {
      kind: 'information',
      id: 'costs-info',
      label: t('Det här behöver du inte skriva', 'This you don’t have to write'),
      text: t(
        'Pengar till mat, kläder, hygien, telefon och fritid räknar vi med själva. Summan kallas riksnormen och är lika i hela landet. Hyran har du redan skrivit.',
        'Money for food, clothes, hygiene, phone and leisure we count by ourselves. That sum is called the national norm (riksnormen) and is the same in the whole country. You have already written the rent.',
      ),
    },
    {
      kind: 'yes-no',
      id: 'has-costs',
      label: t('Har du andra kostnader under månaden?', 'Do you have other costs during the month?'),
      ...must('Välj om du har andra kostnader', 'Choose whether you have other costs'),
    },
    {
      kind: 'rows',
      id: 'costs',
      label: t('Dina andra kostnader', 'Your other costs'),
      hint: t(
        'Ansöker ni tillsammans skriver du bådas kostnader, och barnens.',
        'If you apply together, write the costs of both of you, and the children’s.',
      ),
      item: t('Kostnad', 'Cost'),
      add: t('Lägg till en kostnad', 'Add a cost'),
      maxRows: 20,
      shownIf: is('has-costs', 'yes'),
      ...must('Skriv kostnaderna', 'Write the costs'),
      columns: [
        {
          kind: 'choice',
          id: 'kind',
          label: t('Vad är det för kostnad?', 'What kind of cost is it?'),
          ...must('Välj vad det är för kostnad', 'Choose what kind of cost it is'),
          options: [
            option('electricity', 'El', 'Electricity'),
            option('insurance', 'Hemförsäkring', 'Home insurance'),
            option('union', 'A-kassa eller fackavgift', 'Unemployment fund or union fee'),
            option('travel', 'Resor till jobb, skola eller vård', 'Travel to work, school or care'),
            option('childcare', 'Barnomsorg', 'Childcare'),
            option('health', 'Läkare eller sjukhus', 'Doctor or hospital'),
            option('medicine', 'Medicin på recept', 'Medicine on prescription'),
            option('dentist', 'Tandläkare', 'Dentist'),
            option('glasses', 'Glasögon', 'Glasses'),
            option('visits', 'Resor för att träffa ditt barn', 'Travel to see your child'),
            option('other', 'Annan kostnad', 'Other cost'),
          ],
        },
        {
          kind: 'text',
          id: 'what',
          label: t('Vad gäller det?', 'What is it for?'),
          hint: t('Till exempel busskort för november.', 'For example a bus pass for November.'),
        },
        amountColumn(),
      ],
    },
    {
      kind: 'computed',
      id: 'cost-sum',
      label: t('Bostad och andra kostnader tillsammans', 'Home and other costs in all'),
      money: true,
      value: { '+': [{ var: 'rent' }, { var: 'costs.amount' }] },
    },
    {
      kind: 'computed',
      id: 'left',
      label: t('Inkomster minus kostnader', 'Incomes minus costs'),
      hint: t(
        'Det här är inte beslutet. Handläggaren räknar också med riksnormen.',
        'This is not the decision. The officer also counts with the national norm.',
      ),
      money: true,
      value: { '-': [{ var: 'income-sum' }, { var: 'cost-sum' }] },
    },
  ],
  {
    lead: t(
      'Skriv det du behöver betala under den tid som ansökan gäller.',
      'Write what you need to pay in the time the application is for.',
    ),
  },
);

const kinds = ['bank', 'shares', 'vehicle', 'property', 'abroad', 'other'];

/** For a new month it is asked only where something has changed. */
export const assets = (occasion: Occasion): PageDocument =>
  page(
    'assets',
    t('Det du äger', 'What you own'),
    [
      {
        kind: 'choices',
        id: 'assets',
        label: t(
          'Äger du, eller din medsökande, något av det här?',
          'Do you, or your co-applicant, own any of this?',
        ),
        ...must('Välj vad du äger, eller ”Inget av detta”', 'Choose what you own, or “None of these”'),
        options: [
          option('bank', 'Pengar på bank eller kontanter', 'Money in the bank or cash'),
          option('shares', 'Fonder, aktier eller kryptovaluta', 'Funds, shares or cryptocurrency'),
          option('vehicle', 'Bil, motorcykel, båt eller husvagn', 'Car, motorcycle, boat or caravan'),
          option('property', 'Hus, lägenhet eller mark', 'House, flat or land'),
          option('abroad', 'Något i ett annat land', 'Something in another country'),
          option('other', 'Annat av värde', 'Something else of value'),
          { ...option('none', 'Inget av detta', 'None of these'), exclusive: true },
        ],
      },
      {
        kind: 'rows',
        id: 'asset-list',
        label: t('Skriv vad det är och vad det är värt', 'Write what it is and what it is worth'),
        hint: t('Ungefär räcker.', 'Roughly is enough.'),
        item: t('Tillgång', 'Asset'),
        add: t('Lägg till något mer', 'Add something more'),
        shownIf: { or: kinds.map((kind) => has('assets', kind)) },
        ...must('Skriv vad du äger', 'Write what you own'),
        columns: [
          {
            kind: 'text',
            id: 'what',
            label: t('Vad är det?', 'What is it?'),
            hint: t(
              'Till exempel sparkonto, eller bil med registreringsnummer.',
              'For example a savings account, or a car with its registration number.',
            ),
            ...must('Skriv vad det är', 'Write what it is'),
          },
          amountColumn(t('Ungefärligt värde', 'Rough value')),
        ],
      },
      {
        kind: 'computed',
        id: 'asset-sum',
        label: t('Värde tillsammans', 'Value in all'),
        money: true,
        value: { '+': [{ var: 'asset-list.amount' }] },
        shownIf: { or: kinds.map((kind) => has('assets', kind)) },
      },
    ],
    occasion === 'month' ? { shownIf: has('changed', 'assets') } : {},
  );
