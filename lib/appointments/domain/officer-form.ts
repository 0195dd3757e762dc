import { all, isTicked, type Posted, type Problems, readLine } from './posted';

export interface OfficerToPut {
  name: string;
  unit: string;
  /** that she speaks besides Swedish, as ISO 639 writes them */
  languages: string[];
  /** the kinds of meetings that she takes */
  typeIds: string[];
  isOpen: boolean;
}

/** Those that officers are asked for the most, and the national minorities'. What else a row has, it keeps. */
export const spokenLanguages = [
  'ar',
  'en',
  'fi',
  'fit',
  'se',
  'yi',
  'rom',
  'bs',
  'de',
  'es',
  'fa',
  'fr',
  'ku',
  'pl',
  'ru',
  'so',
  'ti',
  'tr',
  'uk',
] as const;

/** What was meant of an officer, or what is wrong with it. */
export function readOfficer(
  posted: Posted,
  { knownLanguages }: { knownLanguages: readonly string[] },
): { officer: OfficerToPut } | { problems: Problems } {
  const problems: Problems = {};
  const line = (name: string, missing: string) => readLine(posted, name, { most: 80, missing }, problems);
  const speaks = all(posted, 'languages');
  const officer = {
    name: line('name', 'meetings:officer.name-missing'),
    unit: line('unit', 'meetings:officer.unit-missing'),
    languages: [...new Set<string>([...spokenLanguages, ...knownLanguages])].filter((lang) =>
      speaks.includes(lang),
    ),
    typeIds: [...new Set(all(posted, 'types'))].sort(),
    isOpen: isTicked(posted, 'isOpen'),
  };
  return Object.keys(problems).length > 0 ? { problems } : { officer };
}
