import { createInstance, type TFunction } from 'i18next';
import { type TextLanguage, textLanguages } from '@/lib/kernel/date-text';
import { directionOf } from '@/lib/kernel/said';
import { locales, staffTexts } from './locales';

export const languages = textLanguages;
export type Language = TextLanguage;
export const defaultLanguage: Language = 'sv';

export const isLanguage = (text: string | undefined | null): text is Language =>
  languages.includes(text as Language);

/** Of those, the ones that the pages of staff are shown in. */
export type StaffLanguage = (typeof staffTexts.languages)[number];
export const isStaffLanguage = (text: string): text is StaffLanguage =>
  staffTexts.languages.includes(text as StaffLanguage);

/** How a language is written in its own words, for the language switch. */
export const languageNames: Record<Language, string> = {
  sv: 'Svenska',
  en: 'English',
  fi: 'Suomi',
  ar: 'العربية',
};

export const direction = (lang: Language): 'ltr' | 'rtl' => directionOf(lang);

const i18n = createInstance();
void i18n.init({
  resources: locales,
  ns: Object.keys(locales.sv),
  defaultNS: 'common',
  supportedLngs: languages,
  lng: defaultLanguage,
  // A missing key is a fault that the tests find (lib/testing/texts.test.ts), not something to paper over.
  fallbackLng: false,
  initAsync: false,
  interpolation: { escapeValue: false }, // React escapes
  returnNull: false,
});

export type Translate = TFunction<(keyof typeof locales.sv)[]>;

const translators = new Map<Language, Translate>();

/** The texts of a language: `t('cases:list.title')`, `t('common:hello', { name })`, plurals by `count`. */
export function texts(lang: Language): Translate {
  let t = translators.get(lang);
  if (!t) {
    t = remembering(i18n.getFixedT(lang) as unknown as Translate);
    translators.set(lang, t);
  }
  return t;
}

/** Most texts take no values and are always the same; a page asks for a hundred of them. */
function remembering(translate: Translate): Translate {
  const known = new Map<string, string>();
  const look = (key: string, values?: object): string => {
    if (values) return (translate as (key: string, values: object) => string)(key, values);
    let text = known.get(key);
    if (text === undefined) {
      text = (translate as (key: string) => string)(key);
      known.set(key, text);
    }
    return text;
  };
  return look as unknown as Translate;
}

/** The address of a page in a language: Swedish has no prefix. `path` begins with "/". */
export const href = (lang: Language, path: string): string =>
  lang === defaultLanguage ? path : path === '/' ? `/${lang}` : `/${lang}${path}`;
