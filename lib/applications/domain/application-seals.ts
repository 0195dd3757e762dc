import type { OtherSigner } from './signers';
import type { Snapshot } from './snapshot';

/** What each sealed value of an application is bound to. */
export const answersContext = (tenantId: string, applicationId: string, page: string) =>
  `application.answers:${tenantId}:${applicationId}:${page}`;
export const knownContext = (tenantId: string, applicationId: string) =>
  `application.known:${tenantId}:${applicationId}`;
export const moveContext = (tenantId: string, applicationId: string) =>
  `application.move:${tenantId}:${applicationId}`;
export const documentContext = (tenantId: string, applicationId: string) =>
  `application.document:${tenantId}:${applicationId}`;
export const snapshotContext = (tenantId: string, applicationId: string) =>
  `application.snapshot:${tenantId}:${applicationId}`;
export const signerContext = (field: 'national-id' | 'name' | 'reason', tenantId: string, signerId: string) =>
  `application-signer.${field}:${tenantId}:${signerId}`;

export const uploadNameContext = (tenantId: string, uploadId: string) =>
  `upload.name:${tenantId}:${uploadId}`;
export const uploadPieceContext = (tenantId: string, uploadId: string, start: number) =>
  `upload.piece:${tenantId}:${uploadId}:${start}`;

/** What is about to be signed: the document, and the text that the e-ID app shows for it. Kept until answers change. */
export interface DocumentToSign {
  snapshot: Snapshot;
  visibleText: string;
  /** who signs after the applicant, in order, each with the text that her app shows; the document is the same */
  others: (OtherSigner & { visibleText: string })[];
}
