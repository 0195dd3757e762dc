import { expect, it } from 'vitest';
import { applicationView, languageName, roleOf, titleOf } from './application-view';
import type { Application } from './portal';

const page = (title: string, question: string, more: object = {}) => ({
  slug: 'help',
  title,
  groups: [{ questions: [{ question, answer: ['أسقط كثيرا'], ...more }] }],
});
const swedish = {
  language: 'sv',
  service: { slug: 'sarskilt-boende', title: 'Särskilt boende', applicationType: 'sarskilt-boende' },
  pages: [page('Hjälp i dag', 'Varför?')],
} as unknown as Application;
const arabic: Application = {
  ...swedish,
  language: 'ar',
  service: { ...swedish.service, title: 'دار رعاية' },
  pages: [page('المساعدة', 'لماذا؟')],
  translation: {
    title: 'Särskilt boende',
    roles: { partner: 'medsökande' },
    pages: [page('Hjälp i dag', 'Varför?', { answerLanguage: 'ar' })],
  },
};

it('is read in Swedish first, with what was signed at hand in its own language and direction', () => {
  const view = applicationView(arabic).toString();
  const [before, signed] = view.split('<details>');
  expect(before).toContain('<dt>Varför?</dt>');
  expect(before).not.toContain('لماذا؟');
  expect(before).toContain('<dd lang="ar" dir="auto">أسقط كثيرا</dd>');
  expect(signed).toContain('Som det skrevs under, på arabiska');
  expect(signed).toMatch(/<div lang="ar" dir="rtl">.*المساعدة.*لماذا؟/s);
  expect(titleOf(arabic)).toBe('Särskilt boende');
  expect(roleOf(arabic, 'partner', 'مقدم')).toBe('medsökande');
});

it('has nothing besides where it was signed in Swedish', () => {
  const view = applicationView(swedish).toString();
  expect(view).toContain('<dt>Varför?</dt>');
  expect(view).not.toContain('<details>');
  expect(roleOf(swedish, 'partner', 'medsökande')).toBe('medsökande');
});

it('shows a language nobody knows by its code', () => {
  expect(languageName('ar')).toBe('arabiska');
  expect(languageName('not a code')).toBe('not a code');
});
