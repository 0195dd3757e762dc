import { type TextLanguage, textLanguages } from '@/lib/kernel/date-text';

/** Where the portal has pages to come back to. The start page, the log-in pages and the API are no such places. */
export const placesToReturnTo = [
  'accessibility',
  'applications',
  'appointments',
  'care',
  'care-homes',
  'cases',
  'guide',
  'help',
  'invitations',
  'messages',
  'notices',
  'overview',
  'services',
  'settings',
];
const known = new RegExp(`^/(${placesToReturnTo.join('|')})(/[A-Za-z0-9_-]+)*$`);
const MOST_SIGNS = 200;
/** What an address of ours may say after its path and still mean something when one comes back. */
const ownQuery = /^(page=\d{1,6}|from=check)$/;

/**
 * Where to go after log-in, or "/overview". Only a page of our own: "//elsewhere", "/\elsewhere" and the like would
 * send a person who has just logged in to somebody else's page; and since it is kept for a day it says nothing but where,
 * whatever somebody wrote into the link. Without language prefix.
 */
export function returnPath(wanted: string | null | undefined): string {
  const [path = '', query = ''] = (wanted ?? '').split('#')[0]?.split('?') ?? [];
  if (path.length > MOST_SIGNS || !known.test(path)) return '/overview';
  return ownQuery.test(query) ? `${path}?${query}` : path;
}

const [unprefixed, ...prefixed] = textLanguages;
const prefix = new RegExp(`^/(${prefixed.join('|')})(?=/|$)`);

/** The language of a path with prefix: "/en/overview" is English, "/overview" Swedish. */
export const languageOfPath = (path: string): TextLanguage =>
  (prefix.exec(path)?.[1] as TextLanguage | undefined) ?? unprefixed;

export const withoutLanguage = (path: string): string => path.replace(prefix, '') || '/';

/** The same of a path with language prefix. */
export const ownPage = (path: string): string =>
  (prefix.exec(path)?.[0] ?? '') + returnPath(withoutLanguage(path));
