import type { Path, Paths } from './path';

const end: Path = [
  { page: 'certificate', answers: { 'consent-health': 'no' } },
  {
    page: 'contact',
    answers: {
      'home-address': { street: 'Lotsgatan 14 B', postcode: '000 14', city: 'Granvik' },
      'own-phone': '070-174 06 05',
      interpreter: 'no',
    },
  },
];

/** Has broken a leg: told that it is too short a time, and applies all the same. */
const shortTime: Path = [
  { page: 'for-whom', answers: { 'applies-for': 'self' } },
  {
    page: 'difficulty',
    answers: {
      obstacles: ['on-and-off'],
      'what-happens': 'Jag har gips.',
      lasts: 'under-three-months',
      season: 'all-year',
    },
  },
  { page: 'moving', answers: { aids: ['cane'], walks: 'fifty' } },
  { page: 'journey', answers: { 'rides-now': 'together', escort: 'no', vehicle: ['none'] } },
  { page: 'permit-now', answers: { 'has-permit': 'no' } },
  ...end,
];

/** Sits in an electric wheelchair, and has somebody along. */
const wheelchair: Path = [
  { page: 'for-whom', answers: { 'applies-for': 'self' } },
  {
    page: 'difficulty',
    answers: {
      obstacles: ['way-there', 'on-and-off', 'strength'],
      'what-happens': 'Bussen har ingen plats för min stol.',
      lasts: 'longer',
      season: 'winter',
    },
  },
  {
    page: 'moving',
    answers: {
      aids: ['electric-wheelchair'],
      walks: 'not-at-all',
      'stays-in-chair': 'yes',
      'chair-length': '125',
      'chair-width': '68',
    },
  },
  {
    page: 'journey',
    answers: {
      'rides-now': 'never',
      escort: 'yes',
      'escort-why': 'Andningen.',
      vehicle: ['alone', 'no-animals'],
    },
  },
  { page: 'permit-now', answers: { 'has-permit': 'yes', 'permit-until': '2027-01-31' } },
  { page: 'certificate', answers: { certificate: { files: [], later: true }, 'consent-health': 'yes' } },
  ...end.slice(1),
];

/** For a child, by one of two guardians. */
const child: Path = [
  { page: 'for-whom', answers: { 'applies-for': 'other' } },
  {
    page: 'representative',
    answers: {
      mandate: 'guardian',
      'other-guardian': 'yes',
      'other-guardian-name': 'Gunnar Lindqvist',
      'other-guardian-national-id': '19381203-8895',
      'represented-name': 'Elsa Lindqvist',
      'represented-national-id': '20140927-2380',
      'represented-wants': 'yes',
    },
  },
  {
    page: 'difficulty',
    answers: {
      obstacles: ['find', 'people'],
      'what-happens': 'Hon springer ut i gatan.',
      lasts: 'unknown',
      season: 'varies',
    },
  },
  { page: 'moving', answers: { aids: ['none'], walks: 'further' } },
  {
    page: 'journey',
    answers: { 'rides-now': 'alone', escort: 'yes', 'escort-why': 'Hålla handen.', vehicle: ['front-seat'] },
  },
  { page: 'permit-now', answers: { 'has-permit': 'no' } },
  ...end,
];

/** With a power of attorney. */
const represented: Path = [
  { page: 'for-whom', answers: { 'applies-for': 'other' } },
  {
    page: 'representative',
    answers: {
      mandate: 'power-of-attorney',
      'mandate-proof': { files: [], later: true },
      'represented-name': 'Astrid Lindqvist',
      'represented-national-id': '19420709-9146',
      'represented-wants': 'yes',
    },
  },
  ...shortTime.slice(1),
];

export const transportPaths: Paths = { shortTime, wheelchair, child, represented };
