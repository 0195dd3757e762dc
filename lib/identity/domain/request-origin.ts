/**
 * Whether a request that changes something comes from our own page. Browsers say so themselves (Sec-Fetch-Site, or
 * Origin in older ones); a request that says neither is refused. Server actions have the same guard in Next.
 */
export function isFromOwnPage(headers: Pick<Headers, 'get'>): boolean {
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  const host = headers.get('host');
  if (site !== null && site !== 'same-origin') return false;
  if (origin === null) return site === 'same-origin';
  return URL.canParse(origin) && host !== null && new URL(origin).host === host.toLowerCase();
}
