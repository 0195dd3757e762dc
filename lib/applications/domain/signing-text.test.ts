import { describe, expect, it } from 'vitest';
import { checkDocument } from '@/lib/catalogue/domain/definition-errors';
import { signingTexts } from '@/lib/catalogue/domain/form-texts';
import { granvikCareHome } from '@/prisma/seed/services/care-home/granvik';
import { type SigningFacts, signingText } from './signing-text';

const checked = checkDocument(granvikCareHome);
if (!checked.ok || checked.definition.kind !== 'form') throw new Error('The definition is wrong');
const { definition } = checked;

const facts = (name: string): SigningFacts => ({
  language: 'sv',
  texts: signingTexts((key) => `${key} {what} {name} {nationalId}`),
  municipality: 'Granvik',
  signer: { name, nationalId: '19420709-9146' },
  when: 'i dag',
  hash: 'ab'.repeat(32),
  now: new Date('2026-11-24T10:00:00Z'),
});

describe('the text that is signed', () => {
  it('can’t be written on or turned around by a name in it', () => {
    expect(signingText(definition, {}, facts('Astrid\n\u202eLindqvist\u2066'))).toBe(
      signingText(definition, {}, facts('Astrid Lindqvist')),
    );
  });
});
