import { describe, expect, it } from 'vitest';
import { statuses } from '@/prisma/seed/statuses';
import { tenants } from '@/prisma/seed/tenants';
import { casePhases } from './case-lifecycle';
import { mayFollow, statusLateOn, statusSchema, statusText, takesSupplements } from './status';

const status = {
  phase: 'being_looked_into' as const,
  texts: { sv: 'Hembesök planeras', en: 'A home visit is planned' },
  lateAfterDays: 3,
};

describe('what the resident reads of a status', () => {
  it.each(casePhases)('in %s: the status under its own phase, the phase’s general text else', (phase) => {
    const isOwn = phase === 'being_looked_into';
    const since = new Date('2026-12-22T10:00:00Z');
    expect(statusText(status, phase, 'en')).toEqual(
      isOwn ? { text: 'A home visit is planned', lang: 'en' } : null,
    );
    // Three working days from 22 December: past Christmas Eve, Christmas and the weekend.
    expect(statusLateOn(status, phase, since)).toBe(isOwn ? '2026-12-29' : null);
    expect(statusText(null, phase, 'sv')).toBeNull();
    expect(statusLateOn(null, phase, since)).toBeNull();
    expect(statusLateOn({ ...status, lateAfterDays: null }, phase, since)).toBeNull();
  });

  it.each(casePhases)(
    'in %s: what is asked for is taken, unless a status of that very phase says no',
    (phase) => {
      expect(takesSupplements(null, phase)).toBe(true);
      for (const of of casePhases) {
        expect(takesSupplements({ phase: of, supplementsOpen: true }, phase)).toBe(true);
        expect(takesSupplements({ phase: of, supplementsOpen: false }, phase)).toBe(of !== phase);
      }
    },
  );

  it('is in Swedish, and says so, where it is not in hers', () => {
    expect(statusText(status, 'being_looked_into', 'ar')).toEqual({ text: 'Hembesök planeras', lang: 'sv' });
  });
});

describe('which status may come after which', () => {
  it.each([
    ['any, where none are named', { code: 'b', after: [] }, { code: 'x' }, true],
    ['one that is named', { code: 'b', after: ['a'] }, { code: 'a' }, true],
    ['itself', { code: 'b', after: ['a'] }, { code: 'b' }, true],
    ['none that is known', { code: 'b', after: ['a'] }, null, true],
    ['another', { code: 'b', after: ['a'] }, { code: 'x' }, false],
  ] as const)('%s', (_, next, before, may) => {
    expect(mayFollow({ ...next, after: [...next.after] }, before)).toBe(may);
  });
});

describe('the municipalities’ own statuses', () => {
  it.each(tenants.map(({ id, languages }) => [id, languages] as const))(
    '%s: each has its shape, a text in every language, and predecessors that are there',
    (tenantId, languages) => {
      const own = statuses[tenantId as keyof typeof statuses];
      const codes = own.map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      for (const one of own) {
        expect(statusSchema.safeParse(one).error, one.code).toBeUndefined();
        expect(Object.keys(one.texts).toSorted(), one.code).toEqual([...languages].toSorted());
        expect(codes, one.code).toEqual(expect.arrayContaining([...one.after]));
      }
    },
  );
});
