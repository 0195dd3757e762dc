import 'server-only';
import { headers } from 'next/headers';
import { defaultLanguage, isLanguage, type Language } from './i18n';
import {
  LANGUAGE_HEADER,
  NONCE_HEADER,
  PATH_HEADER,
  REFERENCE_HEADER,
  TENANT_HEADER,
} from './request-headers';

export interface RequestFacts {
  tenantId: string;
  lang: Language;
  /** path as the browser sees it, without the language prefix, with the query */
  path: string;
  nonce: string;
  /** under what a fault of this request stands in the log; empty in development */
  reference: string;
  /** the browser's address as the nearest trusted hop saw it */
  ip: string;
  userAgent: string;
  host: string;
}

export async function requestFacts(): Promise<RequestFacts> {
  const all = await headers();
  const tenantId = all.get(TENANT_HEADER);
  if (!tenantId) throw new Error('The request did not pass proxy.ts');
  const lang = all.get(LANGUAGE_HEADER);
  // The last hop is the one our own load balancer (or Next's server) wrote; earlier ones may be invented.
  const ip =
    all
      .get('x-forwarded-for')
      ?.split(',')
      .at(-1)
      ?.trim()
      .replace(/^::ffff:/, '') || '127.0.0.1';
  return {
    tenantId,
    lang: isLanguage(lang) ? lang : defaultLanguage,
    path: all.get(PATH_HEADER) ?? '/',
    nonce: all.get(NONCE_HEADER) ?? '',
    reference: all.get(REFERENCE_HEADER) ?? '',
    ip,
    userAgent: all.get('user-agent') ?? '',
    host: all.get('host') ?? '',
  };
}
