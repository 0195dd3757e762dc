import type { TextLanguage } from '@/lib/kernel/date-text';

/**
 * Where to go after log-in, or "/overview". Only a path of our own: "//elsewhere", "/\elsewhere" and the like would
 * send a person who has just logged in to somebody else's page. Without language prefix.
 */
export function returnPath(wanted: string | null | undefined): string {
  const fallback = '/overview';
  if (!wanted || wanted.length > 500 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) return fallback;
  const path = wanted.split(/[?#]/)[0] ?? '';
  // The log-in pages and the API are no places to come back to.
  return path === '/' || /^\/(log-in|api)(\/|$)/.test(path) ? fallback : wanted;
}

/** The language of a path with prefix: "/en/overview" is English, "/overview" Swedish. */
export const languageOfPath = (path: string): TextLanguage =>
  (/^\/(en|ar)(?=\/|$)/.exec(path)?.[1] as TextLanguage | undefined) ?? 'sv';

export const withoutLanguage = (path: string): string => path.replace(/^\/(en|ar)(?=\/|$)/, '') || '/';
