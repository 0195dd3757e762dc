import type { TextLanguage } from './date-text';

/** What a language is called: "finska", "Finnish". One that has no name is called by its code. */
export const languageName = (language: string, lang: TextLanguage): string => {
  try {
    return new Intl.DisplayNames(lang, { type: 'language' }).of(language) ?? language;
  } catch {
    // Systems tell of languages in their own words.
    return language;
  }
};
