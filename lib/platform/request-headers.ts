/**
 * What proxy.ts found out about the request: where and in which language, never who. It overwrites these headers, and
 * PROOF_HEADER shows that it did (request-place.ts): without it the others are what anybody may have sent.
 */
export const TENANT_HEADER = 'x-mina-sidor-tenant';
export const LANGUAGE_HEADER = 'x-mina-sidor-language';
export const PATH_HEADER = 'x-mina-sidor-path';
export const HOST_HEADER = 'x-mina-sidor-host';
export const NONCE_HEADER = 'x-nonce';
export const PROOF_HEADER = 'x-mina-sidor-proof';

/** Of scripts/portal.ts: under what reference a fault of this request stands in the log. */
export const REFERENCE_HEADER = 'x-mina-sidor-reference';
/** Of scripts/portal.ts: answer with the page that says that the request failed. */
export const FAILURE_HEADER = 'x-mina-sidor-failure';
/** Of scripts/portal.ts: a page that is open asks for itself anew; nobody need sit in front of it. */
export const LOOK_HEADER = 'x-mina-sidor-look';
