import type { Path, Paths } from './path';

const later = { files: [], later: true };
const pdf = (name: string) => ({
  files: [{ id: name, name: `${name}.pdf`, size: 240_000, mediaType: 'application/pdf' }],
  later: false,
});
const home = { street: 'Björkbacken 3', postcode: '000 18', city: 'Granvik' };
const noNeighbours: Path = [{ page: 'neighbours', answers: {} }];
const ownInvoice: Path = [
  { page: 'contact', answers: { 'own-phone': '070-174 06 07', payer: 'me', 'invoice-address': home } },
];

/** A couple's new house by the water, with all drawings. */
const newHouse: Path = [
  {
    page: 'property',
    answers: { property: 'Granvik Åsen 1:23', 'property-address': home, owner: 'us' },
  },
  {
    page: 'co-owner',
    answers: {
      'co-owner-signs': 'yes',
      'co-owner-name': 'Gunnar Lindqvist',
      'co-owner-national-id': '19381203-8895',
      'more-owners': { rows: [{ name: 'Karin Lindqvist', phone: '' }] },
    },
  },
  {
    page: 'measure',
    answers: {
      measure: 'new',
      description: 'Ett enplanshus i trä.',
      'area-now': '0',
      'area-new': '142,5',
      floors: '1',
      eaves: '2,8',
      ridge: '5,4',
      homes: '1',
      'facade-material': 'Träpanel, grå',
      'roof-material': 'Tegel, rött',
    },
  },
  { page: 'placement', answers: { boundary: '2,5', water: 'own', shore: 'unknown' } },
  {
    page: 'drawings',
    answers: {
      'site-plan': pdf('situationsplan'),
      'facade-drawing': pdf('fasad'),
      'floor-plan': pdf('plan'),
      'section-drawing': later,
      'other-papers': pdf('foto'),
    },
  },
  {
    page: 'control',
    answers: {
      'control-plan': later,
      'has-control-officer': 'yes',
      'control-officer-name': 'Bo Ek',
      'control-officer-phone': '070-174 06 01',
      begun: 'no',
      'starts-on': '2027-05-01',
    },
  },
  {
    page: 'neighbours',
    answers: {
      neighbours: {
        rows: [
          { name: 'Ann Ask', address: 'Granvik Åsen 1:24', agrees: 'agrees' },
          { name: 'Ove Alm', address: '', agrees: 'unasked' },
        ],
      },
    },
  },
  {
    page: 'contact',
    answers: {
      'own-phone': '070-174 06 07',
      'own-email': 'karin@example.test',
      payer: 'other',
      'payer-name': 'Bygg & Bo AB',
      'payer-address': home,
    },
  },
];

/** A tenant who uses the house for something else, and has begun. */
const otherUse: Path = [
  { page: 'property', answers: { property: 'Granvik Kvarnen 5', owner: 'other' } },
  {
    page: 'other-owner',
    answers: { 'other-owner-name': 'Fastighets AB Kvarnen', 'other-owner-contact': '000-12 34 56' },
  },
  {
    page: 'measure',
    answers: {
      measure: 'use',
      description: 'Kontoret blir kafé.',
      'use-now': 'Kontor',
      'use-then': 'Kafé',
    },
  },
  { page: 'drawings', answers: { 'floor-plan': later } },
  {
    page: 'control',
    answers: { 'control-plan': later, 'has-control-officer': 'not-yet', begun: 'yes' },
  },
  ...noNeighbours,
  ...ownInvoice,
];

/** One of two owners, alone, with a fence. */
const fence: Path = [
  { page: 'property', answers: { property: 'Granvik Åsen 1:23', owner: 'us' } },
  { page: 'co-owner', answers: { 'co-owner-signs': 'no', 'co-owner-name': 'Gunnar Lindqvist' } },
  {
    page: 'measure',
    answers: { measure: 'wall', description: 'Ett plank mot vägen.', 'facade-material': 'Trä, vitt' },
  },
  { page: 'placement', answers: { boundary: '6', water: 'unchanged', shore: 'no' } },
  { page: 'drawings', answers: { 'site-plan': later, 'facade-drawing': later } },
  {
    page: 'control',
    answers: { 'control-plan': later, 'has-control-officer': 'not-needed', begun: 'no' },
  },
  ...noNeighbours,
  ...ownInvoice,
];

export const buildingPermitPaths: Paths = { newHouse, otherUse, fence };
