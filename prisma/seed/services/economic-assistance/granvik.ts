import { type FormDocument, t } from '../parts';
import { cost, firstPages, law, monthPages, phases, signers } from './pages';
import type { Variant } from './variant';

const variant: Variant = {
  place: 'Granvik',
  statementMonths: { sv: 'de senaste tre månaderna', en: 'the last three months' },
  listsJobs: true,
  afterHours: { sv: 'socialjouren', en: 'the social emergency service (socialjouren)' },
};

const shared = {
  kind: 'form',
  schema: 1,
  category: 'economy',
  languages: ['sv', 'en'],
  law,
  cost,
  phases,
  signers,
} satisfies Partial<FormDocument>;

const eId = t('Din e-legitimation', 'Your e-identification');
const partnersNumber = t(
  'Personnummer till din make, maka eller sambo, om ni bor ihop. Hen behöver också e-legitimation.',
  'The personal number of your husband, wife or partner, if you live together. They need an e-identification too.',
);
const account = t('Clearingnummer och kontonummer', 'Clearing number and account number');
const decision = t(
  'Du får beslutet här på Mina sidor, med en uträkning. Där står varför, och hur du överklagar om du inte är nöjd.',
  'You get the decision here on Mina sidor, with a calculation. It says why, and how to appeal if you are not content.',
);
const bothSign = t(
  'Ansöker ni tillsammans skriver din medsökande också under. Sedan skickas ansökan in och ni får ett kvitto.',
  'If you apply together, your co-applicant signs too. Then the application is sent in and you get a receipt.',
);

/** Ekonomiskt bistånd as applied for the first time in Granvik. */
export const granvikFirst = {
  ...shared,
  slug: 'ekonomiskt-bistand',
  name: t('Ekonomiskt bistånd', 'Economic assistance'),
  appliesFor: t('ekonomiskt bistånd', 'economic assistance'),
  summary: t(
    'Pengar till det nödvändigaste när du inte kan försörja dig på annat sätt.',
    'Money for what is most necessary when you can’t support yourself in any other way.',
  ),
  searchWords: t(
    'försörjningsstöd, socialbidrag, socialhjälp, soc, pengar, hyra, skulder, första ansökan, nyansökan',
    'income support, social assistance, welfare, money, rent, debts, first application, ekonomiskt bistånd',
  ),
  about: t(
    'Ekonomiskt bistånd kan ge dig pengar till mat, kläder, hyra och annat som du behöver för att leva. Först tittar vi på om du kan få pengar på annat sätt, till exempel lön, sparade pengar eller ersättning från Försäkringskassan.\n\nDen här ansökan är för dig som inte har fått ekonomiskt bistånd av oss den senaste tiden. Har du det ansöker du för en ny månad i stället.\n\nÄr det akut? Saknar du mat, medicin eller någonstans att sova ringer du kontaktcenter direkt.',
    'Economic assistance can give you money for food, clothes, rent and other things that you need to live. First we look at whether you can get money in another way, such as pay, savings or benefits.\n\nThis application is for you who have not had economic assistance from us lately. If you have, apply for a new month instead.\n\nIs it urgent? If you lack food, medicine or somewhere to sleep, ring the contact centre at once.',
  ),
  forWhom: t(
    'Du som bor eller vistas i Granvik och inte har pengar till det nödvändigaste. Bor du ihop med make, maka eller sambo ansöker ni oftast tillsammans.',
    'You who live or stay in Granvik and have no money for what is most necessary. If you live with a husband, wife or partner you usually apply together.',
  ),
  atHand: [
    eId,
    partnersNumber,
    t(
      'Kontoutdrag för de senaste tre månaderna, för alla konton',
      'Account statements for the last three months, for all accounts',
    ),
    t('Hyreskontrakt och hyresavi', 'Rental contract and rent bill'),
    t(
      'Papper om inkomster, räkningar och senaste beskedet om skatt',
      'Papers about incomes, bills and the latest tax notice',
    ),
    account,
    t(
      'Läkarintyg om du är sjukskriven, och planering från Arbetsförmedlingen om du söker jobb',
      'A medical certificate if you are on sick leave, and the plan from Arbetsförmedlingen if you look for work',
    ),
  ],
  minutes: 40,
  usualTime: [
    {
      validFrom: '2026-01-01',
      text: t(
        'Oftast två till tre veckor från att vi har fått alla papper. Är det akut går det fortare.',
        'Usually two to three weeks from when we have got all papers. If it is urgent it goes faster.',
      ),
      source: 'Socialförvaltningens uppföljning 2025 (påhittad, som kommunen)',
    },
  ],
  deadlines: [
    {
      validFrom: '2026-01-01',
      text: t(
        'Saknas det papper säger vi till inom fem arbetsdagar. Har vi inte beslutat inom sex månader kan du skriftligt begära att vi gör det. Då har vi fyra veckor på oss.',
        'If papers are missing we tell you within five working days. If we have not decided within six months you can ask us in writing to do so. Then we have four weeks.',
      ),
      source:
        'Socialnämndens servicedeklaration 2026 (påhittad, som kommunen); förvaltningslagen (2017:900) 12 §',
    },
  ],
  afterwards: [
    bothSign,
    t(
      'En socialsekreterare ringer dig och ni bestämmer när ni ska prata, på telefon eller här hos oss.',
      'A social worker rings you and you agree on when to talk, by phone or here with us.',
    ),
    t(
      'Socialsekreteraren går igenom ansökan och kan be dig om mer.',
      'The social worker goes through the application and may ask you for more.',
    ),
    decision,
    t(
      'Blir det ja betalas pengarna till ditt konto. Behöver du pengar nästa månad också ansöker du för en ny månad.',
      'If it is a yes the money is paid to your account. If you need money next month too, you apply for a new month.',
    ),
  ],
  destination: {
    applicationType: 'ekonomiskt-bistand-forsta',
    unit: t('Socialnämnden', 'the Social Welfare Board (Socialnämnden)'),
  },
  pages: firstPages(variant),
} satisfies FormDocument;

/** Ekonomiskt bistånd for one more month, for who has had it: what rarely changes is filled in from the last time. */
export const granvikMonth = {
  ...shared,
  slug: 'ekonomiskt-bistand-ny-manad',
  earlierFrom: ['ekonomiskt-bistand'],
  name: t('Ekonomiskt bistånd: ny månad', 'Economic assistance: a new month'),
  appliesFor: t('ekonomiskt bistånd för en ny månad', 'economic assistance for a new month'),
  summary: t(
    'Sök pengar för en månad till, när du redan får ekonomiskt bistånd.',
    'Apply for money for one more month, when you already get economic assistance.',
  ),
  searchWords: t(
    'återansökan, försörjningsstöd, socialbidrag, soc, pengar, hyra, månadsansökan',
    'renewed application, monthly, income support, social assistance, welfare, money, ekonomiskt bistånd',
  ),
  about: t(
    'Du ansöker för en månad i taget. Det som sällan ändras, till exempel hyran, barnen och kontot, är ifyllt från din förra ansökan. Du ser det och kan ändra det.\n\nSkriv inkomster och kostnader på nytt varje månad. Ibland gör vi stickprov och ber om kontoutdrag.',
    'You apply for one month at a time. What rarely changes, such as the rent, the children and the account, is filled in from your last application. You see it and can change it.\n\nWrite incomes and costs anew each month. Sometimes we make random checks and ask for account statements.',
  ),
  forWhom: t(
    'Du som har fått ekonomiskt bistånd av Granvik någon gång de senaste tre månaderna. Annars gör du en första ansökan.',
    'You who have had economic assistance from Granvik at some time in the last three months. Otherwise make a first application.',
  ),
  atHand: [
    eId,
    partnersNumber,
    t('Hyresavi för månaden', 'The rent bill for the month'),
    t('Papper om inkomster, räkningar och kvitton', 'Papers about incomes, bills and receipts'),
    t('Vilka jobb du har sökt, och när', 'Which jobs you have applied for, and when'),
  ],
  minutes: 15,
  usualTime: [
    {
      validFrom: '2026-01-01',
      text: t(
        'Oftast fem arbetsdagar från att vi har fått alla papper.',
        'Usually five working days from when we have got all papers.',
      ),
      source: 'Socialförvaltningens uppföljning 2025 (påhittad, som kommunen)',
    },
  ],
  deadlines: [
    {
      validFrom: '2026-01-01',
      text: t(
        'Ansök senast den 20:e i månaden före. Blir det ja betalas pengarna den 27:e. Du får ansöka senare också, men då kommer pengarna senare.',
        'Apply by the 20th of the month before. If it is a yes the money is paid on the 27th. You may apply later too, but then the money comes later.',
      ),
      source: 'Socialnämndens servicedeklaration 2026 (påhittad, som kommunen)',
    },
  ],
  afterwards: [
    bothSign,
    t(
      'En socialsekreterare går igenom ansökan och kan be dig om mer. Ibland ber vi om kontoutdrag, som ett stickprov.',
      'A social worker goes through the application and may ask you for more. Sometimes we ask for account statements, as a random check.',
    ),
    decision,
    t('Blir det ja betalas pengarna till ditt konto.', 'If it is a yes the money is paid to your account.'),
  ],
  destination: {
    applicationType: 'ekonomiskt-bistand-manad',
    unit: t('Socialnämnden', 'the Social Welfare Board (Socialnämnden)'),
  },
  pages: monthPages(variant),
} satisfies FormDocument;
