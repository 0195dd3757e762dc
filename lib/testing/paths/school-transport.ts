import type { Path, Paths } from './path';

const later = { files: [], later: true };
const home = { street: 'Kvarngatan 22 A', postcode: '000 15', city: 'Granvik' };
const other = { street: 'Hamnplan 1', postcode: '000 11', city: 'Granvik' };
const elsa = { child: 'child-1', name: '', 'national-id': '' };

const noAids: Path[number] = { page: 'ride', answers: { direction: 'both', aids: ['none'] } };
const contact: Path[number] = { page: 'contact', answers: { 'own-phone': '070-174 06 08' } };

/** Far to go, one home, a child that the register knows. */
const far = (school: string): Path => [
  { page: 'school-year', answers: { 'school-year': 'year-2027-2028' } },
  { page: 'child', answers: { child: elsa } },
  { page: 'guardians', answers: {} },
  { page: 'school', answers: { school, chosen: 'placed', class: 'class-5', 'adapted-school': 'no' } },
  { page: 'living', answers: { living: 'one', address: home } },
  { page: 'reason', answers: { reasons: ['distance'], distance: '4,2' } },
  noAids,
  contact,
  { page: 'attachments', answers: {} },
];

/** Near, and only for the distance: told of the limit, and goes on. */
const near = (school: string): Path =>
  far(school).map((step) => {
    if (step.page !== 'reason') return step;
    return { page: 'reason', answers: { reasons: ['distance'], distance: '1,1' } };
  });

/** Two homes and two guardians, a child that the register does not know, every reason. */
const twoHomes: Path = [
  { page: 'school-year', answers: { 'school-year': 'year-2026-2027', 'from-day': '2026-12-07' } },
  {
    page: 'child',
    answers: { child: { child: 'other', name: 'Ivar Haddad', 'national-id': '201701042382' } },
  },
  {
    page: 'guardians',
    answers: {
      'other-guardian': 'yes',
      'guardian-name': 'Gunnar Lindqvist',
      'guardian-national-id': '19381203-8895',
    },
  },
  {
    page: 'school',
    answers: {
      school: 'independent',
      'school-name': 'Friskolan Lyktan',
      class: 'preschool-class',
      'adapted-school': 'yes',
    },
  },
  {
    page: 'living',
    answers: {
      living: 'alternates',
      address: home,
      'second-address': other,
      'second-schedule': ['monday.odd-from', 'tuesday.odd-to', 'friday.odd-from'],
    },
  },
  {
    page: 'reason',
    answers: {
      reasons: ['distance', 'traffic', 'disability', 'other'],
      distance: '0,8',
      'second-distance': '6',
      'traffic-why': 'Det saknas övergångsställe.',
      'disability-why': 'Ivar orkar inte gå så långt.',
      'disability-time': { from: '2026-12-07', to: '' },
      'other-why': 'Bussen går inte.',
    },
  },
  {
    page: 'ride',
    answers: { direction: 'from', aids: ['seat', 'escort'], 'driver-note': 'Sitter helst fram.' },
  },
  { page: 'contact', answers: { 'own-phone': '070-174 06 08', 'own-email': 'yousef@example.test' } },
  { page: 'consents', answers: { 'consent-school': 'yes' } },
  { page: 'attachments', answers: { certificate: later, 'living-agreement': later } },
];

/** A child that the register does not know as hers; she has sole custody. */
const unknown = (school: string): Path =>
  far(school).map((step) => {
    if (step.page === 'child') {
      const ivar = { child: 'other', name: 'Ivar', 'national-id': '201701042382' };
      return { page: 'child', answers: { child: ivar } };
    }
    return step.page === 'guardians' ? { page: 'guardians', answers: { 'other-guardian': 'no' } } : step;
  });

export const schoolTransportPaths = (school: string): Paths => ({
  far: far(school),
  near: near(school),
  unknown: unknown(school),
  twoHomes,
});
