import type { Path, Paths } from './path';

const atHome: Path = [
  {
    page: 'where',
    answers: {
      'place-now': 'home',
      'home-address': { street: 'Lotsgatan 14 B', postcode: '000 14', city: 'Granvik' },
    },
  },
  { page: 'household', answers: { 'lives-with': 'alone' } },
];
const quietEnd: Path = [
  { page: 'contact', answers: { 'own-phone': '070-174 06 05', 'contact-wanted': 'no' } },
  { page: 'consents', answers: { 'consent-health': 'no' } },
  { page: 'attachments', answers: {} },
];
const noSelfCare: Path = [{ page: 'self-care', answers: { 'self-care': 'no' } }];
const choosesNobody: Path = [{ page: 'provider', answers: { provider: 'no-choice' } }];

/** Manages herself, but not the home: in some municipalities that needs no investigation. */
const cleaningOnly = (provider: Path): Path => [
  { page: 'for-whom', answers: { 'applies-for': 'self' } },
  ...atHome,
  { page: 'help-now', answers: { 'help-now': ['none'], 'why-now': 'Jag orkar inte dammsuga.' } },
  {
    page: 'personal-care',
    answers: { rise: 'alone', wash: 'alone', dress: 'alone', toilet: 'alone', eat: 'alone' },
  },
  {
    page: 'home',
    answers: { meals: 'alone', cleaning: 'much-help', laundry: 'some-help', shopping: 'alone' },
  },
  { page: 'outside', answers: { 'go-out': 'alone', contacts: 'alone' } },
  { page: 'safety', answers: { remember: 'alone', 'looked-in-on': 'no' } },
  ...noSelfCare,
  { page: 'when', answers: { 'help-period': { from: '2026-12-01', to: '' } } },
  ...provider,
  { page: 'language', answers: { 'language-wanted': 'swedish', interpreter: 'no' } },
  { page: 'way-in', answers: { 'way-in': 'opens' } },
  ...quietEnd,
];

/** On the way home from hospital to a husband who can't manage; every follow-up question is opened. */
const fromHospital = (provider: Path): Path => [
  { page: 'for-whom', answers: { 'applies-for': 'self' } },
  {
    page: 'where',
    answers: {
      'place-now': 'hospital',
      'going-home': '2026-11-30',
      'home-address': { street: 'Lotsgatan 14 B', postcode: '000 14', city: 'Granvik' },
    },
  },
  {
    page: 'household',
    answers: {
      'lives-with': 'others',
      household: {
        rows: [
          { name: 'Gunnar Lindqvist', relation: 'partner', manages: 'no' },
          { name: 'Elsa', relation: 'other', manages: 'partly' },
        ],
      },
    },
  },
  {
    page: 'help-now',
    answers: {
      'help-now': ['relatives', 'alarm'],
      'relatives-help': 'Karin handlar.',
      'why-now': 'Jag har brutit höften.',
    },
  },
  {
    page: 'personal-care',
    answers: {
      rise: 'much-help',
      wash: 'much-help',
      dress: 'some-help',
      toilet: 'some-help',
      eat: 'alone',
      'personal-care-more': 'Svårast på morgonen.',
    },
  },
  {
    page: 'home',
    answers: {
      meals: 'much-help',
      cleaning: 'much-help',
      laundry: 'much-help',
      shopping: 'much-help',
      'home-more': 'Gunnar ser dåligt.',
    },
  },
  {
    page: 'outside',
    answers: { 'go-out': 'much-help', contacts: 'alone', 'outside-more': 'Jag vill ut varje dag.' },
  },
  { page: 'safety', answers: { remember: 'alone', 'looked-in-on': 'both' } },
  {
    page: 'self-care',
    answers: { 'self-care': 'yes', 'self-care-certificate': { files: [], later: true } },
  },
  { page: 'when', answers: { 'help-period': { from: '2026-11-30', to: '2027-02-28' } } },
  { page: 'times', answers: { 'wished-times': ['weekdays.morning', 'weekends.evening'] } },
  ...provider,
  {
    page: 'language',
    answers: {
      'language-wanted': 'other',
      'language-other': 'Estniska',
      interpreter: 'yes',
      important: 'En kvinna i duschen.',
    },
  },
  { page: 'way-in', answers: { 'way-in': 'key' } },
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

/** A court-appointed helper fills it in for somebody who forgets to eat. */
const represented = (provider: Path): Path => [
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
  ...atHome,
  { page: 'help-now', answers: { 'help-now': ['home-nursing'], 'why-now': 'Hon glömmer att äta.' } },
  {
    page: 'personal-care',
    answers: { rise: 'alone', wash: 'some-help', dress: 'alone', toilet: 'alone', eat: 'some-help' },
  },
  {
    page: 'home',
    answers: { meals: 'much-help', cleaning: 'some-help', laundry: 'some-help', shopping: 'much-help' },
  },
  { page: 'outside', answers: { 'go-out': 'some-help', contacts: 'some-help' } },
  { page: 'safety', answers: { remember: 'much-help', 'looked-in-on': 'day' } },
  ...noSelfCare,
  { page: 'when', answers: { 'help-period': { from: '2026-11-24', to: '' } } },
  { page: 'times', answers: {} },
  ...provider,
  { page: 'language', answers: { 'language-wanted': 'finnish', interpreter: 'no' } },
  { page: 'way-in', answers: { 'way-in': 'unsure' } },
  ...quietEnd,
];

const pathsWith = (provider: Path): Paths => ({
  cleaningOnly: cleaningOnly(provider),
  fromHospital: fromHospital(provider),
  represented: represented(provider),
});

/** Where one chooses who gives the help, and where there is no choice. */
export const homeCarePaths = pathsWith(choosesNobody);
export const homeCarePathsWithoutChoice = pathsWith([]);
