import type { Path, Paths } from './path';

const later = { files: [], later: true };
const truth: Path = [{ page: 'truth', answers: { truth: 'yes' } }];
const home = { street: 'Hamnplan 1', postcode: '000 11', city: 'Granvik' };
const account = { clearing: '5001', account: '34 560 08' };
const elsa = { name: 'Elsa Haddad', 'national-id': '201409272380', days: '15' };

const alone: Path[number] = { page: 'partner', answers: { 'has-partner': 'no' } };
const couple: Path[number] = {
  page: 'partner',
  answers: {
    'has-partner': 'yes',
    'apply-together': 'together',
    'partner-name': 'Gunnar Lindqvist',
    'partner-national-id': '19381203-8895',
  },
};
const afraid: Path[number] = {
  page: 'partner',
  answers: { 'has-partner': 'yes', 'apply-together': 'alone', 'alone-why': 'Jag vågar inte.' },
};
const noChildren: Path[number] = {
  page: 'household',
  answers: { 'has-children': 'no', 'others-living': '0' },
};
const family: Path[number] = {
  page: 'household',
  answers: {
    'has-children': 'yes',
    children: { rows: [elsa, { name: 'Ivar', 'national-id': '20170104-2382', days: '31' }] },
    'others-living': '1',
    'others-who': 'Min mamma',
  },
};
const noHome: Path[number] = { page: 'housing', answers: { housing: 'none' } };
const rents: Path[number] = {
  page: 'housing',
  answers: {
    housing: 'first-hand',
    rooms: '2',
    rent: '7 850',
    'rent-includes': ['heating'],
    arrears: 'yes',
    'arrears-amount': '7850,50',
    eviction: 'yes',
  },
};
const incomesOfTwo: Path[number] = {
  page: 'incomes',
  answers: {
    'has-incomes': 'yes',
    incomes: { rows: [{ kind: 'child-benefit', amount: '1 250', 'paid-on': '2026-12-18' }] },
    'partner-has-incomes': 'yes',
    'partner-incomes': { rows: [{ kind: 'salary', amount: '8 200,50', 'paid-on': '' }] },
  },
};
const noIncomes: Path[number] = { page: 'incomes', answers: { 'has-incomes': 'no' } };
const nothingPending: Path[number] = { page: 'pending', answers: { 'has-pending': 'no' } };
const waits: Path[number] = {
  page: 'pending',
  answers: {
    'has-pending': 'yes',
    pending: { rows: [{ what: 'Bostadsbidrag', from: 'Försäkringskassan', 'applied-on': '2026-11-02' }] },
  },
};
const noCosts: Path[number] = { page: 'costs', answers: { 'has-costs': 'no' } };
const someCosts: Path[number] = {
  page: 'costs',
  answers: {
    'has-costs': 'yes',
    costs: {
      rows: [
        { kind: 'electricity', what: '', amount: '640' },
        { kind: 'travel', what: 'Busskort', amount: '890' },
      ],
    },
  },
};
const owns: Path[number] = {
  page: 'assets',
  answers: {
    assets: ['bank', 'vehicle'],
    'asset-list': { rows: [{ what: 'Sparkonto', amount: '2 300' }] },
  },
};
const ownAccount: Path[number] = {
  page: 'payment',
  answers: { 'has-account': 'yes', account, 'account-owner': 'mine' },
};
const othersAccount: Path[number] = {
  page: 'payment',
  answers: { 'has-account': 'yes', account, 'account-owner': 'other', 'account-owner-name': 'God man' },
};
const noAccount: Path[number] = { page: 'payment', answers: { 'has-account': 'no' } };

const december = { from: '2026-12-01', to: '2026-12-31' };
const you = { 'own-phone': '070-174 06 09' };

/** Nothing and nobody: alone, nowhere to live, no money, urgent. */
const firstAlone: Path = [
  { page: 'start', answers: { urgent: 'yes', 'had-before': 'no', period: december } },
  {
    page: 'you',
    answers: { ...you, 'civil-status': 'married', residence: 'nordic-citizen', interpreter: 'no' },
  },
  alone,
  noChildren,
  noHome,
  { page: 'work', answers: { occupation: 'other', 'occupation-other': 'Väntar på ett besked' } },
  noIncomes,
  nothingPending,
  noCosts,
  { page: 'assets', answers: { assets: ['none'] } },
  noAccount,
  { page: 'consents', answers: { 'consent-employment': 'no' } },
  { page: 'attachments', answers: { statements: later, 'tax-return': later } },
  ...truth,
];

/** A couple with children, who both look for work; every table is filled in. */
const firstCouple: Path = [
  { page: 'start', answers: { urgent: 'no', 'had-before': 'yes', period: december } },
  {
    page: 'you',
    answers: {
      ...you,
      'own-email': 'oskar@example.test',
      address: home,
      'civil-status': 'married',
      residence: 'permit',
      'permit-until': '2028-03-01',
      interpreter: 'yes',
      'interpreter-language': 'Arabiska',
    },
  },
  couple,
  family,
  rents,
  {
    page: 'work',
    answers: {
      occupation: 'jobseeking',
      registered: 'yes',
      'job-search': 'Sökt fem jobb.',
      'partner-occupation': 'jobseeking',
      'partner-job-search': 'Går en kurs.',
    },
  },
  incomesOfTwo,
  waits,
  someCosts,
  owns,
  othersAccount,
  { page: 'consents', answers: { 'consent-employment': 'yes', 'consent-landlord': 'yes' } },
  {
    page: 'attachments',
    answers: {
      statements: later,
      'rent-proof': later,
      'income-proof': later,
      'tax-return': later,
      bills: later,
      'work-plan': later,
    },
  },
  ...truth,
];

/** Works half time, is ill the rest; afraid of the one she lives with. */
const firstAfraid: Path = [
  { page: 'start', answers: { urgent: 'no', 'had-before': 'no', period: december } },
  {
    page: 'you',
    answers: { ...you, 'civil-status': 'unmarried', residence: 'eu-citizen', interpreter: 'no' },
  },
  afraid,
  noChildren,
  { page: 'housing', answers: { housing: 'relatives', rooms: '3', rent: '0', arrears: 'no' } },
  { page: 'work', answers: { occupation: 'works', 'work-percent': '50' } },
  noIncomes,
  nothingPending,
  noCosts,
  { page: 'assets', answers: { assets: ['none'] } },
  ownAccount,
  { page: 'consents', answers: { 'consent-employment': 'no' } },
  { page: 'attachments', answers: { statements: later, 'tax-return': later } },
  ...truth,
];

/** On sick leave, and not registered with the employment service while he can't work. */
const firstIll: Path = firstAfraid.map((step) => {
  if (step.page === 'work') return { page: 'work', answers: { occupation: 'ill' } };
  if (step.page !== 'attachments') return step;
  return { page: step.page, answers: { ...step.answers, 'medical-certificate': later } };
});
const firstUnregistered: Path = firstAfraid.map((step) =>
  step.page === 'work'
    ? { page: 'work', answers: { occupation: 'jobseeking', registered: 'no', 'job-search': 'Frågat runt.' } }
    : step,
);

export const firstPaths: Paths = { firstAlone, firstCouple, firstAfraid, firstIll, firstUnregistered };

const noDays = { 'days-worked': '0', 'days-planned': '0', 'days-ill': '0', 'days-ill-child': '0' };

const monthAlone: Path = [
  { page: 'start', answers: { period: december, urgent: 'yes', changed: ['nothing'] } },
  { page: 'you', answers: you },
  alone,
  noChildren,
  noHome,
  { page: 'activity', answers: noDays },
  {
    page: 'job-search',
    answers: { 'looks-for-work': 'no', 'not-looked-why': 'Jag har varit på sjukhus.' },
  },
  noIncomes,
  nothingPending,
  noCosts,
  noAccount,
  { page: 'attachments', answers: {} },
  ...truth,
];

/** @param looked what she has done to get a job, as the municipality asks for it */
const monthCouple = (looked: Path[number]['answers']): Path => [
  {
    page: 'start',
    answers: {
      period: december,
      urgent: 'no',
      changed: ['family', 'assets'],
      'changed-what': 'Vi har fått bil.',
    },
  },
  { page: 'you', answers: { ...you, 'own-email': 'oskar@example.test', address: home } },
  couple,
  family,
  rents,
  {
    page: 'activity',
    answers: {
      'days-worked': '4',
      'days-planned': '10',
      'days-ill': '2',
      'days-ill-child': '1',
      'partner-days-worked': '20',
      'partner-days-planned': '0',
      'partner-days-ill': '11',
      'partner-days-ill-child': '0',
    },
  },
  {
    page: 'job-search',
    answers: { 'looks-for-work': 'yes', ...looked, 'partner-job-search': 'Arbetar redan.' },
  },
  incomesOfTwo,
  waits,
  someCosts,
  owns,
  othersAccount,
  {
    page: 'attachments',
    answers: { 'rent-proof': later, 'income-proof': later, bills: later, 'medical-certificate': later },
  },
  ...truth,
];

const monthAfraid: Path = monthAlone.map((step) => {
  if (step.page === 'partner') return afraid;
  if (step.page !== 'job-search') return step;
  return { page: step.page, answers: { 'looks-for-work': 'agreed' } };
});

const jobs = { rows: [{ work: 'Lokalvårdare', employer: 'Rent & Snyggt', 'applied-on': '2026-11-12' }] };
export const granvikMonthPaths: Paths = { monthAlone, monthAfraid, monthCouple: monthCouple({ jobs }) };
export const ekhamnMonthPaths: Paths = {
  monthAlone,
  monthAfraid,
  monthCouple: monthCouple({ 'job-search': 'Sökt två jobb.' }),
};
