import { type TextLanguage, textLanguages } from '@/lib/kernel/date-text';
import { cleanLine, cleanText } from '@/lib/kernel/plain-text';
import type { Texts } from './appointment-type';

/** A posted form: what was typed, by field. A field that may have several answers has one or many. */
export type Posted = Readonly<Record<string, string | readonly string[]>>;

/** What is wrong: field → text key. */
export type Problems = Record<string, string>;

/** How long texts may be, in characters: each is told where it is passed. */
export const lengths = [60, 80, 160, 300, 600, 1000] as const;
export type Length = (typeof lengths)[number];

const tooLong = (most: Length) => `meetings:at-most.${most}` as const;

export const one = (posted: Posted, name: string): string => {
  const value = posted[name] ?? '';
  return cleanText(typeof value === 'string' ? value : value[0]);
};
export const all = (posted: Posted, name: string): string[] => [posted[name] ?? []].flat();
export const isTicked = (posted: Posted, name: string): boolean => all(posted, name).includes('yes');

/** One line of so many characters at the most; what is empty, and what is too long, is a problem. */
export function readLine(
  posted: Posted,
  name: string,
  { most, missing }: { most: Length; missing: string },
  problems: Problems,
): string {
  const text = cleanLine(one(posted, name));
  if (text === '') problems[name] = missing;
  else if (text.length > most) problems[name] = tooLong(most);
  return text;
}

/**
 * A text in each language that the municipality offers, from the fields "name-sv", "name-en" and so on. In a language that it
 * doesn't offer (any more) it stays as it is. Swedish is what the others fall back on: it must be there where any is.
 */
export function readTexts(
  posted: Posted,
  name: string,
  {
    languages,
    known,
    most,
    isRequired = false,
  }: { languages: readonly string[]; known: Texts; most: Length; isRequired?: boolean },
  problems: Problems,
): Texts {
  const offered = textLanguages.filter((lang) => languages.includes(lang));
  const kept = textLanguages.filter((lang) => !offered.includes(lang) && known[lang]);
  const written = offered.flatMap((lang): [TextLanguage, string][] => {
    const text = one(posted, `${name}-${lang}`);
    if (text.length > most) problems[`${name}-${lang}`] = tooLong(most);
    return text ? [[lang, text]] : [];
  });
  const hasSwedish = written.some(([lang]) => lang === 'sv');
  if (!hasSwedish && (isRequired || written.length > 0)) problems[`${name}-sv`] = 'meetings:swedish-missing';
  return Object.fromEntries([...kept.map((lang) => [lang, known[lang]]), ...written]);
}
