import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether another site had a browser send this: nobody logs in here, so any page open on the same machine could
 * otherwise decide cases. Browsers tell (Sec-Fetch-Site, or Origin in older ones); who says neither is no browser but a
 * script, which nobody else's page can start.
 */
export function isFromElsewhere(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const { origin, host } = headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host?.toLowerCase();
}
