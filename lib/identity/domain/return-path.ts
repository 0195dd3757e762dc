/**
 * Where to go after log-in, or "/overview". Only a path of our own: "//elsewhere", "/\elsewhere" and the like would
 * send a person who has just logged in to somebody else's page. Without language prefix.
 */
export function returnPath(wanted: string | null | undefined): string {
  const fallback = '/overview';
  if (!wanted || wanted.length > 500 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) return fallback;
  const path = wanted.split(/[?#]/)[0] ?? '';
  // The log-in pages and the API are no places to come back to.
  return path === '/' || /^\/(log-in|api|bankid)(\/|$)/.test(path) ? fallback : wanted;
}
