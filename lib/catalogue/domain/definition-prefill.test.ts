import { describe, expect, it } from 'vitest';
import { granvikCareHome } from '@/prisma/seed/services/care-home/granvik';
import { checkDocument } from './definition-errors';

const text = (words: string) => ({ sv: words, en: words, ar: words, fi: words });

/** The care-home form with one more question, on its first page. */
const problemsWith = (field: Record<string, unknown>): string[] => {
  const [page, ...pages] = structuredClone(granvikCareHome.kind === 'form' ? granvikCareHome.pages : []);
  page?.groups[0]?.fields.push({ id: 'extra', label: text('Extra'), ...field } as never);
  const checked = checkDocument({ ...granvikCareHome, pages: [page, ...pages] });
  return checked.ok ? [] : checked.problems.map(({ what }) => what);
};

describe('a question that is filled in beforehand', () => {
  it.each([
    [{ kind: 'text', prefill: 'register-name', locked: true }],
    [{ kind: 'national-id', prefill: 'register-national-id', locked: true }],
    [{ kind: 'long-text', prefill: 'register-address' }],
    [{ kind: 'phone', prefill: 'contact-phone' }],
    [{ kind: 'email', prefill: 'contact-email' }],
    [{ kind: 'yes-no', prefill: 'earlier' }],
  ])('may be %o', (field) => expect(problemsWith(field)).toEqual([]));

  it.each([
    [{ kind: 'phone', prefill: 'register-name' }],
    [{ kind: 'text', prefill: 'register-civil-status' }],
    [{ kind: 'consent', text: text('Ja?'), prefill: 'earlier' }],
  ])('has a kind that the source can answer, unlike %o', (field) =>
    expect(problemsWith(field)).toEqual([expect.stringContaining('kan inte fyllas i med')]),
  );

  it.each([
    [{ kind: 'text', locked: true }],
    [{ kind: 'phone', prefill: 'contact-phone', locked: true }],
    [{ kind: 'text', prefill: 'earlier', locked: true }],
  ])('is locked only by the register, unlike %o', (field) =>
    expect(problemsWith(field)).toEqual([expect.stringContaining('Ta bort ”locked”')]),
  );
});
