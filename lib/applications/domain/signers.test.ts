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
const [partner, third] = ['193812038895', '196808199266'] as const;
const { signers: several } = definition;
if (several === 'applicant') throw new Error('Signed by one');
const who = (answers: Record<string, string>) =>
  otherSigners(definition, answers, { applicant, children: [], language: 'en', now });

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

  it('is nobody who signs only where something else holds', () => {
    const [first] = several.others;
    if (!first) throw new Error('Nobody else signs');
    const when = { '==': [{ var: 'three' }, 'yes'] as [{ var: string }, string] };
    const sometimes = { ...definition, signers: { ...several, others: [{ ...first, when }] } };
    const signersOf = (three: string) =>
      otherSigners(
        sometimes,
        { 'partner-number': partner, three },
        { applicant, children: [], language: 'sv', now },
      ).signers.length;
    expect([signersOf('no'), signersOf('yes')]).toEqual([0, 1]);
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

  it('is the others who have the care of the child, where the register knows it', () => {
    const role = Object.fromEntries(definition.languages.map((code) => [code, 'vårdnadshavare']));
    const ofChild = {
      ...definition,
      signers: { ...several, others: [{ id: 'guardian', role, guardiansOf: 'child' }] },
      pages: definition.pages.map((page) => ({
        ...page,
        groups: page.groups.map((group) => ({
          ...group,
          fields: [{ kind: 'child' as const, id: 'child', label: role, required: true }],
        })),
      })),
    };
    const guardian = (nationalId: string, name: string) => ({ nationalId: nationalId as NationalId, name });
    const hers = { key: 'k', guardians: [guardian(applicant, 'Astrid'), guardian(third, 'Karin')] };
    const of = (child: string, children = [hers]) =>
      otherSigners(
        ofChild,
        { child: { child, name: '', nationalId: '' } },
        { applicant, children, language: 'sv', now },
      );
    expect(of('k')).toEqual({
      signers: [{ role: 'guardian', title: 'vårdnadshavare', name: 'Karin', nationalId: third }],
      problems: [],
    });
    expect(of('other').signers).toEqual([]);
    expect(of('k', [{ ...hers, guardians: [guardian(applicant, 'Astrid')] }]).signers).toEqual([]);
  });

  it('is of age from the eighteenth birthday on', () => {
    const born = parseNationalId('200811242390', now) ?? ('200811242390' as NationalId);
    expect(isAdult(born, new Date('2026-11-23T22:59:00Z'))).toBe(false);
    expect(isAdult(born, new Date('2026-11-23T23:01:00Z'))).toBe(true);
  });
});
