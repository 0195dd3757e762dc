import { type NextRequest, NextResponse } from 'next/server';
import { defaultLanguage, isLanguage } from '@/lib/platform/i18n';
import {
  FAILURE_HEADER,
  LANGUAGE_HEADER,
  NONCE_HEADER,
  PATH_HEADER,
  TENANT_HEADER,
} from '@/lib/platform/request-headers';
import { securityHeaders } from '@/lib/platform/security-headers';
import { hostName } from '@/lib/tenants/domain/host-name';
import { findTenantByHost } from '@/lib/tenants/queries/find-tenant-by-host';

/**
 * Finds out where a request belongs: the municipality from the host name, the language from the path's prefix.
 * It rewrites pages to app/[tenant]/[lang]/… and sets the security headers. It never decides access.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const headers = new Headers(request.headers);
  for (const name of [TENANT_HEADER, LANGUAGE_HEADER, PATH_HEADER, NONCE_HEADER]) headers.delete(name);

  // Signs of life are asked by address, not by host name, and must answer without the database.
  if (pathname.startsWith('/api/health')) return NextResponse.next({ request: { headers } });

  // After a server action Next asks itself for the page to go to, by its own address instead of the municipality's, and
  // would get another municipality's page. It gets none, and the browser asks for it by the right address.
  const host = request.headers.get('host') ?? '';
  const askedFor = request.headers.get('x-forwarded-host')?.split(',').at(-1);
  if (askedFor && hostName(askedFor) !== hostName(host)) return unknownAddress();

  const tenant = await findTenantByHost(host);
  if (!tenant) return unknownAddress();

  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  headers.set(TENANT_HEADER, tenant.id);
  headers.set(NONCE_HEADER, nonce);

  const isApi = pathname.startsWith('/api/');
  const prefix = pathname.split('/')[1] ?? '';
  const hasPrefix =
    !isApi && prefix !== defaultLanguage && isLanguage(prefix) && tenant.languages.includes(prefix);
  const lang = hasPrefix ? prefix : defaultLanguage;
  const path = hasPrefix ? pathname.slice(prefix.length + 1) || '/' : pathname;
  headers.set(LANGUAGE_HEADER, lang);
  headers.set(PATH_HEADER, path + search);

  const security = securityHeaders(nonce);
  // Next reads the nonce for its own scripts from the request's policy.
  headers.set('content-security-policy', security['content-security-policy']);

  const target = request.nextUrl.clone();
  const place = `/${tenant.id}/${lang}`;
  target.pathname = headers.has(FAILURE_HEADER) ? `/failed${place}` : `${place}${path === '/' ? '' : path}`;
  const response = isApi
    ? NextResponse.next({ request: { headers } })
    : NextResponse.rewrite(target, { request: { headers } });
  for (const [name, value] of Object.entries(security)) response.headers.set(name, value);
  if (isApi) response.headers.set('cache-control', 'no-store');
  return response;
}

const unknownAddress = () =>
  new NextResponse('Unknown address', { status: 404, headers: { 'content-type': 'text/plain' } });

export const config = {
  // Everything but the build's own files and what lies in public/.
  matcher: ['/((?!_next/static|_next/image|fonts/|icons/|themes/|favicon.ico|robots.txt).*)'],
};
