import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languageOfPath, ownPage, placesToReturnTo, returnPath, withoutLanguage } from './return-path';

describe('where to go after log-in', () => {
  it.each([
    '/settings',
    '/settings/access-log?page=12',
    '/applications/0198-a/living?from=check',
    '/services/care_home',
    `/cases/${'a'.repeat(193)}`,
  ])('%s', (path) => {
    expect(returnPath(path)).toBe(path);
  });

  it.each([
    '?x=1',
    '?page=1&x=2',
    '?page=abc',
    '?next=//evil.example',
    '?name=Astrid?page=1',
    '#q',
    '?page=#1',
  ])('what follows a path and isn’t ours is left behind: %s', (rest) => {
    expect(returnPath(`/overview${rest}`)).toBe('/overview');
    expect(ownPage(`/ar/cases/1${rest}`)).toBe('/ar/cases/1');
  });

  it('keeps the language, and only that, of a path that isn’t ours', () => {
    expect(ownPage('/en/elsewhere/Astrid')).toBe('/en/overview');
    expect(ownPage('/ar')).toBe('/ar/overview');
    expect(ownPage('//evil.example')).toBe('/overview');
  });

  it('is each place of the portal that has pages, and no other', () => {
    const folders = ['(public)', '(resident)'].flatMap((group) => {
      const here = `app/[tenant]/[lang]/${group}`;
      const names = readdirSync(here, { withFileTypes: true }).filter((one) => one.isDirectory());
      return names.filter(({ name }) => hasPage(`${here}/${name}`)).map(({ name }) => name);
    });
    expect(placesToReturnTo).toEqual(folders.filter((name) => !['empty', 'log-in'].includes(name)).sort());
  });

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
    '/settingsx',
    '/cases/',
    '/cases//1',
    '/cases/../log-in',
    '/cases/Astrid Lindqvist',
    '/cases/%2e%2e',
    `/cases/${'a'.repeat(194)}`,
  ])('%j goes to the overview', (path) => {
    expect(returnPath(path)).toBe('/overview');
  });

  it('tells the language by the prefix alone', () => {
    expect(languageOfPath('/en/overview')).toBe('en');
    expect(languageOfPath('/fi/overview')).toBe('fi');
    expect(languageOfPath('/ar')).toBe('ar');
    expect(languageOfPath('/english')).toBe('sv');
    expect(withoutLanguage('/ar/cases/1')).toBe('/cases/1');
    expect(withoutLanguage('/fi/cases/1')).toBe('/cases/1');
    expect(withoutLanguage('/en')).toBe('/');
    expect(withoutLanguage('/arbete')).toBe('/arbete');
  });
});

const hasPage = (folder: string): boolean =>
  existsSync(`${folder}/page.tsx`) ||
  readdirSync(folder, { withFileTypes: true }).some(
    (one) => one.isDirectory() && hasPage(`${folder}/${one.name}`),
  );
