import 'server-only';

export type { Translation } from './domain/translation';
export { findApplicationOfFileInTx } from './queries/find-application-of-file';
// What other modules may call. See README.md for who calls what.
export type { FileToSend } from './queries/find-my-file';
export { getApplicationFileInTx } from './queries/get-application-file';
export { type ApplicationForSystem, getApplicationForSystemInTx } from './queries/get-application-for-system';
export { getSignedApplication } from './queries/get-signed-application';
export { isDraftExpiringInTx } from './queries/is-draft-expiring';
export { isSignatureWantedInTx } from './queries/is-signature-wanted';
export { documentSections } from './receipt/receipt-document';
