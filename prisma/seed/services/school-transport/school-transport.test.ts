import { describe, expect, it } from 'vitest';
import type { Answers } from '@/lib/catalogue/domain/answers-shape';
import { checkDocument } from '@/lib/catalogue/domain/definition-errors';
import { reach } from '@/lib/catalogue/domain/visibility';
import type { FormDocument } from '../parts';
import { ekhamnSchoolTransport } from './ekhamn';
import { granvikSchoolTransport } from './granvik';

function isToldOfLimit(document: FormDocument, answers: Answers): boolean {
  const checked = checkDocument(document);
  if (!checked.ok || checked.definition.kind !== 'form') throw new Error('No form');
  return reach(checked.definition.pages, answers).fields.some(({ id }) => id === 'near-info');
}

const oneHome = { living: 'one', reasons: ['distance'] };
const twoHomes = { living: 'alternates', reasons: ['distance'] };

describe('who is told that the way is shorter than the limit', () => {
  it.each<[string, FormDocument, Answers, boolean]>([
    ['year 2, 1.9 km', granvikSchoolTransport, { ...oneHome, class: 'class-2', distance: '1,9' }, true],
    ['year 2, 2 km', granvikSchoolTransport, { ...oneHome, class: 'class-2', distance: '2' }, false],
    ['year 5, 2.7 km', granvikSchoolTransport, { ...oneHome, class: 'class-5', distance: '2,7' }, true],
    ['the same in Ekhamn', ekhamnSchoolTransport, { ...oneHome, class: 'class-5', distance: '2,7' }, false],
    [
      'the other home is far away',
      granvikSchoolTransport,
      { ...twoHomes, class: 'class-8', distance: '1', 'second-distance': '12' },
      false,
    ],
    [
      'both homes are near',
      granvikSchoolTransport,
      { ...twoHomes, class: 'class-8', distance: '1', 'second-distance': '3,9' },
      true,
    ],
    [
      'a dangerous way has no limit',
      granvikSchoolTransport,
      { living: 'one', reasons: ['distance', 'traffic'], class: 'class-8', distance: '1' },
      false,
    ],
    ['nothing answered', granvikSchoolTransport, oneHome, false],
  ])('%s', (_, document, answers, told) => {
    expect(isToldOfLimit(document, answers)).toBe(told);
  });
});
