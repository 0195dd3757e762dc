import { type NextRequest, NextResponse } from 'next/server';
import { developing, env } from '@/lib/platform/env';
import { defaultLanguage, isLanguage } from '@/lib/platform/i18n';
import { isLookOf } from '@/lib/platform/look';
import { FAILURE_HEADER, LOOK_HEADER } from '@/lib/platform/request-headers';
import { placeHeaders } from '@/lib/platform/request-place';
import { securityHeaders } from '@/lib/platform/security-headers';
import { hostName } from '@/lib/tenants/domain/host-name';
import { findTenantByHost } from '@/lib/tenants/queries/find-tenant-by-host';

/**
 * Finds out where a request belongs: the municipality from the host name, the language from the path's prefix.
 * It rewrites pages to app/[tenant]/[lang]/… and sets the security headers. It never decides access.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  // Signs of life and numbers are asked by address, not by host name; the former must answer without the database.
  if (/^\/api\/(health(\/live)?|metrics)$/.test(pathname)) return NextResponse.next();
  // Otherwise scripts/portal.ts answers with these files itself, and no such path comes here but one that has no file.
  if (developing() && /^\/(icons|push|themes)\/[^/]+$/.test(pathname)) return NextResponse.next();

  // After a server action Next asks itself for the page to go to, by its own address instead of the municipality's, and
  // would get another municipality's page. It gets none, and the browser asks for it by the right address.
  const host = hostName(request.headers.get('host') ?? '');
  const askedFor = request.headers.get('x-forwarded-host')?.split(',').at(-1);
  if (askedFor && hostName(askedFor) !== host) return unknownAddress();

  const tenant = await findTenantByHost(host);
  if (!tenant) return unknownAddress();

  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const isApi = pathname.startsWith('/api/');
  const prefix = pathname.split('/')[1] ?? '';
  const hasPrefix =
    !isApi && prefix !== defaultLanguage && isLanguage(prefix) && tenant.languages.includes(prefix);
  const lang = hasPrefix ? prefix : defaultLanguage;
  const path = hasPrefix ? pathname.slice(prefix.length + 1) || '/' : pathname;

  const headers = new Headers(request.headers);
  const place = { tenantId: tenant.id, lang, path: path + search, host: publicHost(host), nonce };
  for (const [name, value] of Object.entries(placeHeaders(place))) headers.set(name, value);
  if (developing() && isLookOf(request)) headers.set(LOOK_HEADER, '1');
  const security = securityHeaders(nonce);
  // Next reads the nonce for its own scripts from the request's policy.
  headers.set('content-security-policy', security['content-security-policy']);

  const target = request.nextUrl.clone();
  const folder = `/${tenant.id}/${lang}`;
  target.pathname = headers.has(FAILURE_HEADER) ? `/failed${folder}` : `${folder}${path === '/' ? '' : path}`;
  const response = isApi
    ? NextResponse.next({ request: { headers } })
    : NextResponse.rewrite(target, { request: { headers } });
  for (const [name, value] of Object.entries(security)) response.headers.set(name, value);
  // What stands here holds over what a route says itself. Of an open page's line (app/api/live) nobody on the way, nor
  // Next, may make something else: compressed it would be held back. A calendar keeps what it has read, and asks whether it
  // still holds.
  if (isApi)
    response.headers.set(
      'cache-control',
      pathname === '/api/live'
        ? 'no-store, no-transform'
        : pathname.startsWith('/api/calendar/')
          ? 'private, no-cache'
          : 'no-store',
    );
  return response;
}

/** Where browsers reach a host of ours. The port is what we listen on, whatever port the request names. */
function publicHost(name: string): string {
  const { PUBLIC_SCHEME, PORT } = env();
  return PUBLIC_SCHEME === 'https' ? name : new URL(`http://${name}:${PORT}`).host;
}

const unknownAddress = () =>
  new NextResponse('Unknown address', { status: 404, headers: { 'content-type': 'text/plain' } });

export const config = {
  // Everything but the build's own files. A pattern for more would leave out routes too: "/icons/sv/log-in" is no file,
  // and Next takes its parts for [tenant] and [lang].
  matcher: ['/((?!_next/static/).*)'],
};
