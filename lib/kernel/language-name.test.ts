import { expect, it } from 'vitest';
import { languageName } from './language-name';

it.each([
  ['fi', 'sv', 'finska'],
  ['so', 'en', 'Somali'],
  ['teckenspråk', 'sv', 'teckenspråk'],
  ['', 'en', ''],
] as const)('a language told as %o is called in %s: %o', (told, lang, name) => {
  expect(languageName(told, lang)).toBe(name);
});
