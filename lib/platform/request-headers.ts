/**
 * What proxy.ts found out about the request. It overwrites these headers on every request, so they can't be forged;
 * they say where and in which language, never who.
 */
export const TENANT_HEADER = 'x-mina-sidor-tenant';
export const LANGUAGE_HEADER = 'x-mina-sidor-language';
export const PATH_HEADER = 'x-mina-sidor-path';
export const NONCE_HEADER = 'x-nonce';

/** Of scripts/portal.ts: under what reference a fault of this request stands in the log. */
export const REFERENCE_HEADER = 'x-mina-sidor-reference';
/** Of scripts/portal.ts: answer with the page that says that the request failed. */
export const FAILURE_HEADER = 'x-mina-sidor-failure';
