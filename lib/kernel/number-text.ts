import type { TextLanguage } from './date-text';

/** A number as people write it: "1 204"; in Arabic with western digits, as dates are (date-text.ts). */
export const numberText = (value: number, lang: TextLanguage): string =>
  new Intl.NumberFormat(lang === 'ar' ? 'ar-u-nu-latn' : lang === 'en' ? 'en-GB' : lang).format(value);
