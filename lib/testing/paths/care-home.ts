import type { Path, Paths } from './path';

const needs: Path = [
  {
    page: 'personal-care',
    answers: { wash: 'much-help', dress: 'some-help', toilet: 'alone', eat: 'alone' },
  },
  { page: 'moving', answers: { rise: 'some-help', 'move-indoors': 'alone', 'move-outdoors': 'much-help' } },
  {
    page: 'household',
    answers: {
      meals: 'much-help',
      cleaning: 'much-help',
      shopping: 'much-help',
      'post-and-bills': 'some-help',
    },
  },
  { page: 'memory', answers: { remember: 'some-help', plan: 'alone', 'be-understood': 'alone' } },
  { page: 'company', answers: { contacts: 'some-help', activities: 'alone', lonely: 'often' } },
];
const quietNights: Path[number] = {
  page: 'safety',
  answers: { 'night-help': 'no', falls: 'once', unsafe: 'seldom', 'gets-lost': 'no' },
};
const worriedNights: Path[number] = {
  page: 'safety',
  answers: {
    'night-help': 'every-night',
    falls: 'several',
    unsafe: 'often',
    'unsafe-why': 'Jag är rädd för att falla.',
    'gets-lost': 'yes',
  },
};
const shortEnd: Path = [
  { page: 'contact', answers: { 'own-phone': '070-174 06 05', 'contact-wanted': 'no' } },
  { page: 'consents', answers: { 'consent-health': 'no' } },
  { page: 'attachments', answers: {} },
];
const longEnd: Path = [
  {
    page: 'contact',
    answers: {
      'own-phone': '070-174 06 05',
      'contact-wanted': 'yes',
      'contact-person': { name: 'Karin Lindqvist Bergström', phone: '070-174 06 07', relation: 'child' },
    },
  },
  { page: 'consents', answers: { 'consent-health': 'yes', 'consent-contact': 'yes' } },
  { page: 'attachments', answers: { attachments: { files: [], later: true } } },
];

/** Alone at home, asks for herself, answers no more than she must. */
const shortest: Path = [
  { page: 'for-whom', answers: { 'applies-for': 'self' } },
  { page: 'home', answers: { living: 'own', 'lives-with': 'alone' } },
  { page: 'help', answers: { 'help-now': ['none'], 'not-enough': 'Jag faller.' } },
  ...needs,
  quietNights,
  { page: 'health', answers: {} },
  { page: 'wishes', answers: {} },
  { page: 'language', answers: { 'language-wanted': 'swedish', interpreter: 'no' } },
  ...shortEnd,
];

/** A couple; every follow-up question is opened. */
const couple: Path = [
  { page: 'for-whom', answers: { 'applies-for': 'self' } },
  {
    page: 'home',
    answers: {
      living: 'other',
      'living-other': 'Hos min dotter',
      'lives-with': 'partner',
      obstacles: ['stairs', 'bathroom'],
    },
  },
  {
    page: 'help',
    answers: {
      'help-now': ['home-care', 'relatives'],
      'home-care-visits': 'nights-too',
      'relatives-help': 'Gunnar hjälper mig med allt.',
      'not-enough': 'Gunnar orkar inte längre.',
    },
  },
  ...needs,
  worriedNights,
  { page: 'health', answers: { 'memory-investigation': 'ongoing', 'health-other': 'Hjärtat.' } },
  { page: 'wishes', answers: { 'home-wishes': ['HOME-1', 'HOME-2'], 'wishes-why': 'Nära Karin.' } },
  {
    page: 'language',
    answers: {
      'language-wanted': 'other',
      'language-other': 'Estniska',
      interpreter: 'yes',
      culture: 'Kyrkan.',
    },
  },
  {
    page: 'partner',
    answers: {
      'partner-moves': 'yes',
      'partner-name': 'Gunnar Lindqvist',
      'partner-national-id': '19381203-8895',
      'together-since': '1962-06-16',
      'partner-wants': 'yes',
    },
  },
  ...longEnd,
];

/** A representative fills it in; the partner stays where he is. */
const represented: Path = [
  { page: 'for-whom', answers: { 'applies-for': 'other' } },
  {
    page: 'representative',
    answers: {
      mandate: 'god-man',
      'mandate-proof': { files: [], later: true },
      'represented-name': 'Astrid Lindqvist',
      'represented-national-id': '19420709-9146',
      'represented-wants': 'yes',
    },
  },
  { page: 'home', answers: { living: 'hospital', 'lives-with': 'partner' } },
  { page: 'help', answers: { 'help-now': ['home-nursing'], 'not-enough': 'Hon kan inte åka hem.' } },
  ...needs,
  quietNights,
  { page: 'health', answers: {} },
  { page: 'wishes', answers: {} },
  { page: 'language', answers: { 'language-wanted': 'swedish', interpreter: 'no' } },
  { page: 'partner', answers: { 'partner-moves': 'no' } },
  ...shortEnd,
];

export const careHomePaths: Paths = { shortest, couple, represented };
