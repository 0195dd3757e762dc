import type { Path, Paths } from './path';

const place: Path[number]['answers'] = {
  'alarm-address': { street: 'Lotsgatan 14 B', postcode: '000 14', city: 'Granvik' },
  hears: 'yes',
  'language-wanted': 'swedish',
};
const phone: Path = [{ page: 'contact', answers: { 'own-phone': '070-174 06 05' } }];
const mustSayWhy: Path = [
  {
    page: 'why',
    answers: { reasons: ['falls', 'other'], 'why-more': 'Jag har epilepsi.', 'consent-health': 'yes' },
  },
];

/** For herself, with nobody to ring. */
const alone = (age: Path): Path => [
  { page: 'for-whom', answers: { 'applies-for': 'self' } },
  ...age,
  { page: 'place', answers: place },
  { page: 'keys', answers: { 'way-in': 'keys' } },
  { page: 'to-ring', answers: { 'somebody-to-ring': 'no' } },
  ...phone,
];

/** For somebody else, who hears badly and has two to ring; every follow-up question is opened. */
const represented = (age: Path): Path => [
  { page: 'for-whom', answers: { 'applies-for': 'other' } },
  {
    page: 'representative',
    answers: {
      mandate: 'power-of-attorney',
      'mandate-proof': { files: [], later: true },
      'represented-name': 'Gunnar Lindqvist',
      'represented-national-id': '19381203-8895',
      'represented-wants': 'yes',
    },
  },
  ...age,
  {
    page: 'place',
    answers: {
      ...place,
      'find-the-way': 'Tredje våningen, uppgång B',
      hears: 'no',
      'language-wanted': 'other',
      'language-other': 'Estniska',
    },
  },
  { page: 'keys', answers: { 'way-in': 'help-with-keys' } },
  {
    page: 'to-ring',
    answers: {
      'somebody-to-ring': 'yes',
      'persons-to-ring': {
        rows: [
          { name: 'Karin Lindqvist Bergström', phone: '070-174 06 07', 'has-key': 'yes' },
          { name: 'Grannen Maj', phone: '070-174 06 09', 'has-key': 'no' },
        ],
      },
      'consent-to-ring': 'yes',
    },
  },
  ...phone,
];

const ageIs = (answer: string): Path => [{ page: 'age', answers: { 'old-enough': answer } }];

/** Where older people get it without saying why. */
export const alarmPathsByAge: Paths = {
  old: alone(ageIs('yes')),
  younger: alone([...ageIs('no'), ...mustSayWhy]),
  represented: represented(ageIs('yes')),
};
/** Where everybody says why. */
export const alarmPathsByNeed: Paths = { alone: alone(mustSayWhy), represented: represented(mustSayWhy) };
