const LONGEST = 200;
const ID = /(?<=\/)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=\/|$)/gi;

/**
 * The page that a report is about, when it came with the link: a path of our own, or nothing. What somebody else has put
 * into a link must not be passed on as if it were hers. Without query, and without ids: they would say whose case it is.
 */
export function ownPath(wanted: string | null | undefined): string {
  const path = wanted?.split(/[?#]/)[0] ?? '';
  if (path.length > LONGEST || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path)) return '';
  return path.replace(ID, '…');
}
