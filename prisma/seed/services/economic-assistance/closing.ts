import type { Rule } from '@/lib/catalogue/domain/rules';
import { type FieldDocument, is, isOneOf, must, option, type PageDocument, page, t } from '../parts';
import { asLastTime, type Occasion, type Variant } from './variant';

export const payment = (occasion: Occasion): PageDocument =>
  page('payment', t('Konto för utbetalning', 'Account for the payment'), [
    {
      kind: 'yes-no',
      id: 'has-account',
      label: t('Har du ett bankkonto i Sverige?', 'Do you have a bank account in Sweden?'),
      ...asLastTime(occasion),
      ...must('Välj om du har ett bankkonto', 'Choose whether you have a bank account'),
    },
    {
      kind: 'bank-account',
      id: 'account',
      label: t('Konto som pengarna ska betalas till', 'Account that the money is to be paid to'),
      shownIf: is('has-account', 'yes'),
      ...asLastTime(occasion),
      ...must(
        'Skriv kontot som pengarna ska betalas till',
        'Write the account that the money is to be paid to',
      ),
    },
    {
      kind: 'choice',
      id: 'account-owner',
      label: t('Vems konto är det?', 'Whose account is it?'),
      shownIf: is('has-account', 'yes'),
      ...asLastTime(occasion),
      ...must('Välj vems konto det är', 'Choose whose account it is'),
      options: [
        option('mine', 'Mitt', 'Mine'),
        option('partner', 'Min medsökandes', 'My co-applicant’s'),
        option(
          'other',
          'Någon annans, till exempel en god man',
          'Somebody else’s, for example a legal representative',
        ),
      ],
    },
    {
      kind: 'text',
      id: 'account-owner-name',
      label: t('Vad heter den som har kontot?', 'What is the name of the one who has the account?'),
      shownIf: is('account-owner', 'other'),
      ...asLastTime(occasion),
      ...must('Skriv namnet på den som har kontot', 'Write the name of the one who has the account'),
    },
    {
      kind: 'information',
      id: 'no-account-info',
      label: t('Du kan få pengarna ändå', 'You can get the money all the same'),
      text: t(
        'Handläggaren ringer dig om hur du kan få dem.',
        'The officer rings you about how you can get it.',
      ),
      shownIf: is('has-account', 'no'),
    },
  ]);

export const consents: PageDocument = page(
  'consents',
  t('Uppgifter som vi hämtar', 'Information that we collect'),
  [
    {
      kind: 'information',
      id: 'controls-info',
      label: t('Det här kontrollerar vi alltid', 'This we always check'),
      text: t(
        'Lagen låter oss fråga Försäkringskassan, Pensionsmyndigheten, CSN, Skatteverket, Migrationsverket, Arbetsförmedlingen och a-kassorna om vilka ersättningar du har. Det gör vi för att utreda din ansökan, och inget annat. Detsamma gäller din medsökande.',
        'The law lets us ask Försäkringskassan, Pensionsmyndigheten, CSN, Skatteverket, Migrationsverket, Arbetsförmedlingen and the unemployment funds which benefits you have. We do so to investigate your application, and for nothing else. The same goes for your co-applicant.',
      ),
    },
    {
      kind: 'consent',
      id: 'consent-employment',
      label: t(
        'Får vi planera ditt stöd tillsammans med Arbetsförmedlingen?',
        'May we plan your support together with Arbetsförmedlingen?',
      ),
      text: t(
        'Säger du ja får handläggaren berätta för din arbetsförmedlare att du har ansökt, och prata med hen om hur du kan få ett jobb.\n\n- Det gäller tills ansökan är beslutad.\n- Vill du ta tillbaka ditt ja säger du det till handläggaren.\n- Säger du nej prövar vi din ansökan ändå.',
        'If you say yes the officer may tell your employment adviser that you have applied, and talk to them about how you can get a job.\n\n- It applies until the application is decided.\n- To take back your yes, tell the officer.\n- If you say no we still consider your application.',
      ),
      ...must(
        'Välj om vi får planera tillsammans med Arbetsförmedlingen',
        'Choose whether we may plan together with Arbetsförmedlingen',
      ),
    },
    {
      kind: 'consent',
      id: 'consent-landlord',
      label: t(
        'Får vi prata med din hyresvärd eller ditt elbolag om skulden?',
        'May we talk to your landlord or electricity company about the debt?',
      ),
      text: t(
        'Säger du ja får handläggaren fråga hur stor skulden är och be om mer tid.\n\n- De får då veta att du har kontakt med socialtjänsten.\n- Det gäller tills ansökan är beslutad.\n- Vill du ta tillbaka ditt ja säger du det till handläggaren.\n- Säger du nej prövar vi din ansökan ändå.',
        'If you say yes the officer may ask how large the debt is and ask for more time.\n\n- They will then know that you are in contact with social services.\n- It applies until the application is decided.\n- To take back your yes, tell the officer.\n- If you say no we still consider your application.',
      ),
      shownIf: is('arrears', 'yes'),
      ...must(
        'Välj om vi får prata med din hyresvärd eller ditt elbolag',
        'Choose whether we may talk to your landlord or electricity company',
      ),
    },
  ],
);

type FileField = Extract<FieldDocument, { kind: 'file' }>;
const papers = (
  id: string,
  label: ReturnType<typeof t>,
  more: Pick<FileField, 'hint' | 'shownIf' | 'required' | 'missing'> & { maxFiles?: number },
): FieldDocument => ({
  kind: 'file',
  id,
  label,
  accept: ['pdf', 'jpeg', 'png'],
  maxFiles: 10,
  bringLater: true,
  ...more,
});

const orLater = must(
  'Välj filer, eller kryssa för att du skickar dem senare',
  'Choose files, or tick that you will send them later',
);
const paysRent: Rule = isOneOf('housing', 'first-hand', 'second-hand', 'lodger', 'own', 'other');
const hasIncomes: Rule = { or: [is('has-incomes', 'yes'), is('partner-has-incomes', 'yes')] };
const lead = t(
  'Ett foto med telefonen räcker. Det du inte har nu kan du skicka senare, men vi kan inte besluta förrän vi har fått det.',
  'A photo by phone is enough. What you don’t have now you can send later, but we can’t decide until we have got it.',
);
const incomeProof = papers('income-proof', t('Papper om inkomster', 'Papers about incomes'), {
  hint: t(
    'Till exempel lönebesked eller besked från Försäkringskassan.',
    'For example pay slips or notices from Försäkringskassan.',
  ),
  shownIf: hasIncomes,
  ...orLater,
});
const bills = papers('bills', t('Räkningar och kvitton', 'Bills and receipts'), {
  hint: t('För de kostnader som du har skrivit.', 'For the costs that you have written.'),
  shownIf: is('has-costs', 'yes'),
  ...orLater,
});

export const attachmentsFirst = ({ statementMonths }: Variant): PageDocument =>
  page(
    'attachments',
    t('Papper som vi behöver', 'Papers that we need'),
    [
      papers(
        'statements',
        t('Kontoöversikt och kontoutdrag', 'Overview of accounts and account statements'),
        {
          hint: t(
            `En översikt över alla konton, och utdrag för ${statementMonths.sv} för varje konto. Ansöker ni tillsammans behövs det för er båda.`,
            `An overview of all accounts, and statements for ${statementMonths.en} for each account. If you apply together they are needed for both of you.`,
          ),
          maxFiles: 20,
          ...orLater,
        },
      ),
      papers('rent-proof', t('Hyreskontrakt och hyresavi', 'Rental contract and rent bill'), {
        shownIf: paysRent,
        ...orLater,
      }),
      incomeProof,
      papers('tax-return', t('Senaste beskedet om skatt', 'Latest tax notice'), {
        hint: t(
          'Slutskattebesked eller deklaration från Skatteverket.',
          'The final tax statement or the tax return from Skatteverket.',
        ),
        ...orLater,
      }),
      bills,
      papers('medical-certificate', t('Läkarintyg', 'Medical certificate'), {
        shownIf: { or: [is('occupation', 'ill'), is('partner-occupation', 'ill')] },
        ...orLater,
      }),
      papers('work-plan', t('Planering från Arbetsförmedlingen', 'Plan from Arbetsförmedlingen'), {
        shownIf: is('registered', 'yes'),
        ...orLater,
      }),
    ],
    { lead },
  );

const wasIll = (id: string): Rule => ({ '>': [{ var: id }, 0] });

export const attachmentsMonth: PageDocument = page(
  'attachments',
  t('Papper som vi behöver', 'Papers that we need'),
  [
    {
      kind: 'information',
      id: 'check-info',
      label: t('Vi gör stickprov', 'We make random checks'),
      text: t(
        'Spara papper om inkomster, kostnader och konton. Ibland ber vi om kontoutdrag efteråt.',
        'Keep papers about incomes, costs and accounts. Sometimes we ask for account statements afterwards.',
      ),
    },
    papers('rent-proof', t('Hyresavi', 'Rent bill'), {
      hint: t('För den månad som ansökan gäller.', 'For the month that the application is for.'),
      shownIf: paysRent,
      ...orLater,
    }),
    incomeProof,
    bills,
    papers('medical-certificate', t('Läkarintyg', 'Medical certificate'), {
      hint: t('Från den åttonde dagen som sjuk i rad.', 'From the eighth day of illness in a row.'),
      shownIf: { or: [wasIll('days-ill'), wasIll('partner-days-ill')] },
    }),
  ],
  { lead },
);

export const truth: PageDocument = page(
  'truth',
  t('Försäkran på heder och samvete', 'Declaration on your honour'),
  [
    {
      kind: 'information',
      id: 'truth-info',
      label: t('Vad du lovar', 'What you promise'),
      text: t(
        '- Det du har svarat är sant, och du har inte utelämnat något.\n- Du säger till oss direkt om något ändras, till exempel om du får pengar, ett jobb eller flyttar.\n- Den som med vilje lämnar fel uppgifter kan behöva betala tillbaka, och kan dömas för bidragsbrott (bidragsbrottslagen 2007:612).\n\nDin medsökande lovar samma sak när hen skriver under.',
        '- What you have answered is true, and you have left nothing out.\n- You tell us at once if anything changes, for example if you get money, get a job or move.\n- Whoever gives wrong information on purpose may have to pay back, and may be convicted of benefit fraud (Benefit Crime Act 2007:612).\n\nYour co-applicant promises the same by signing.',
      ),
    },
    {
      kind: 'yes-no',
      id: 'truth',
      label: t(
        'Försäkrar du på heder och samvete att dina uppgifter är sanna?',
        'Do you declare on your honour that your information is true?',
      ),
      ...must('Välj om uppgifterna är sanna', 'Choose whether the information is true'),
    },
  ],
  {
    limits: [
      {
        field: 'truth',
        holds: is('truth', 'yes'),
        message: t(
          'Gå tillbaka och ändra det som inte stämmer. Svara sedan ja här. Är du osäker, ring kontaktcenter.',
          'Go back and change what is not right. Then answer yes here. If you are unsure, ring the contact centre.',
        ),
      },
    ],
  },
);
