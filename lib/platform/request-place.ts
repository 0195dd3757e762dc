import 'server-only';
import { createHmac, createSecretKey, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto';
import { env } from './env';
import { isLanguage, type Language } from './i18n';
import {
  HOST_HEADER,
  LANGUAGE_HEADER,
  NONCE_HEADER,
  PATH_HEADER,
  PROOF_HEADER,
  TENANT_HEADER,
} from './request-headers';

/** Where a request belongs, as proxy.ts found it. */
export interface RequestPlace {
  tenantId: string;
  lang: Language;
  /** path as the browser sees it, without the language prefix, with the query */
  path: string;
  /** the municipality's address that was asked, as it knows it itself: never the Host header as it was sent */
  host: string;
  nonce: string;
}

/**
 * The place as headers that no caller can write: the proof is keyed. A route that the proxy should some day not stand
 * before (a pattern too wide, a fault of Next's) then answers to nobody, instead of to whoever sends the headers.
 */
export function placeHeaders(place: RequestPlace): Record<string, string> {
  return {
    [TENANT_HEADER]: place.tenantId,
    [LANGUAGE_HEADER]: place.lang,
    [PATH_HEADER]: place.path,
    [HOST_HEADER]: place.host,
    [NONCE_HEADER]: place.nonce,
    [PROOF_HEADER]: proofOf(place).toString('base64url'),
  };
}

/** Null for a request that did not pass proxy.ts. */
export function readPlace(headers: Pick<Headers, 'get'>): RequestPlace | null {
  const lang = headers.get(LANGUAGE_HEADER);
  if (!isLanguage(lang)) return null;
  const text = (name: string) => headers.get(name) ?? '';
  const place = {
    tenantId: text(TENANT_HEADER),
    lang,
    path: text(PATH_HEADER),
    host: text(HOST_HEADER),
    nonce: text(NONCE_HEADER),
  };
  const given = Buffer.from(text(PROOF_HEADER), 'base64url');
  const right = proofOf(place);
  return given.length === right.length && timingSafeEqual(given, right) ? place : null;
}

// A key of its own, the same in every bundle and process: next-auth uses the secret for its cookies.
let key: KeyObject | undefined;

function proofOf({ tenantId, lang, path, host, nonce }: RequestPlace): Buffer {
  key ??= createSecretKey(
    Buffer.from(hkdfSync('sha256', env().NEXTAUTH_SECRET, '', 'proof of proxy.ts', 32)),
  );
  return createHmac('sha256', key)
    .update(JSON.stringify([tenantId, lang, path, host, nonce]))
    .digest();
}
