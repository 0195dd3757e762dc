import { describe, expect, it } from 'vitest';
import { MAX_WHAT, monthsBefore, reportSchema } from './report';

const typed = { what: 'Knappen syns inte', page: '', email: '', homepage: '' };
const problems = (change: Partial<typeof typed>) =>
  reportSchema.safeParse({ ...typed, ...change }).error?.issues.map(({ message }) => message) ?? [];

describe('what is reported', () => {
  it('needs only what doesn’t work', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ what: ' \r\n ' })).toEqual(['feedback:errors.what']);
  });

  it('counts a line’s end as one sign, however the browser sends it', () => {
    const text = `a${'\r\n'.repeat(MAX_WHAT - 2)}b`;
    expect(problems({ what: text })).toEqual([]);
    expect(problems({ what: `${text}c` })).toEqual(['feedback:errors.what-too-long']);
  });

  it('takes an e-mail address or none, and nothing that could add a line to a mail’s head', () => {
    expect(reportSchema.parse({ ...typed, email: ' vera@example.test ' }).email).toBe('vera@example.test');
    for (const email of ['vera@', 'vera', 'vera@example.test\r\nBcc: all@example.test', 'a@b.se, c@d.se'])
      expect(problems({ email })).toEqual(['feedback:errors.email']);
  });

  it('is a robot’s where the field that nobody sees is filled in', () => {
    expect(problems({ homepage: 'https://spam.example' })).toEqual(['feedback:errors.homepage']);
  });
});

describe('so many months back', () => {
  it.each([
    ['2026-11-24', 12, '2025-11-24'],
    ['2026-03-31', 1, '2026-02-28'],
    ['2026-01-15', 24, '2024-01-15'],
  ])('%s less %i is %s', (day, months, before) => {
    expect(monthsBefore(new Date(`${day}T10:00:00Z`), months)).toEqual(new Date(`${before}T10:00:00Z`));
  });
});
