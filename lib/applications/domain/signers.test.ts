import { describe, expect, it } from 'vitest';
import { checkDocument } from '@/lib/catalogue/domain/definition-errors';
import { type NationalId, parseNationalId } from '@/lib/kernel/national-id';
import { signedByMany } from '@/lib/testing/signed-by-many';
import { isAdult, otherSigners } from './signers';

const checked = checkDocument(signedByMany('gemensamt', {}));
if (!checked.ok || checked.definition.kind !== 'form') throw new Error(JSON.stringify(checked));
const definition = checked.definition;
const now = new Date('2026-11-24T12:15:00Z');
const applicant = '194207099146' as NationalId;
const [partner, third] = ['193812038895', '196808199266'];
const who = (answers: Record<string, string>) =>
  otherSigners(definition, answers, { applicant, language: 'en', now });

describe('who else signs', () => {
  it('is whom the questions name, in the form’s order and the reader’s words', () => {
    expect(
      who({ 'partner-number': '381203-8895', 'partner-name': 'Gunnar', three: 'yes', 'third-number': third }),
    ).toEqual({
      signers: [
        { role: 'partner', title: 'medsökande', name: 'Gunnar', nationalId: partner },
        { role: 'third', title: 'vittne', name: null, nationalId: third },
      ],
      problems: [],
    });
  });

  it('is nobody whom these answers don’t lead to', () => {
    const { signers } = who({ 'partner-number': partner, three: 'no', 'third-number': third });
    expect(signers.map(({ role }) => role)).toEqual(['partner']);
  });

  it('is nobody twice, and not the applicant', () => {
    const twice = who({ 'partner-number': partner, three: 'yes', 'third-number': partner });
    expect(twice.problems).toEqual([{ field: 'third-number', key: 'signerTwice', params: {} }]);
    expect(who({ 'partner-number': '19420709-9146', three: 'no' }).problems).toEqual([
      { field: 'partner-number', key: 'signerIsYou', params: {} },
    ]);
  });

  it('leaves a number that is none to its question', () => {
    expect(who({ 'partner-number': '123', three: 'no' })).toEqual({ signers: [], problems: [] });
  });

  it('is of age from the eighteenth birthday on', () => {
    const born = parseNationalId('200811242390', now) ?? ('200811242390' as NationalId);
    expect(isAdult(born, new Date('2026-11-23T22:59:00Z'))).toBe(false);
    expect(isAdult(born, new Date('2026-11-23T23:01:00Z'))).toBe(true);
  });
});
