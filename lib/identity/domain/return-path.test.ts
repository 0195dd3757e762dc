import { describe, expect, it } from 'vitest';
import { languageOfPath, returnPath, withoutLanguage } from './return-path';

describe('where to go after log-in', () => {
  it.each(['/settings', '/cases/0198?x=1', '/applications/a/b#q', '/overview?next=//evil.example'])(
    '%s',
    (path) => {
      expect(returnPath(path)).toBe(path);
    },
  );

  it.each([
    null,
    undefined,
    '',
    'settings',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/a\\b',
    '/a\nb',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/',
    '/log-in',
    '/log-in?next=/settings',
    '/api/auth/callback/broker',
    `/${'a'.repeat(600)}`,
  ])('%j goes to the overview', (path) => {
    expect(returnPath(path)).toBe('/overview');
  });

  it('tells the language by the prefix alone', () => {
    expect(languageOfPath('/en/overview')).toBe('en');
    expect(languageOfPath('/ar')).toBe('ar');
    expect(languageOfPath('/english')).toBe('sv');
    expect(withoutLanguage('/ar/cases/1')).toBe('/cases/1');
    expect(withoutLanguage('/en')).toBe('/');
    expect(withoutLanguage('/arbete')).toBe('/arbete');
  });
});
