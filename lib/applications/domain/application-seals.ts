import type { Snapshot } from './snapshot';

/** What each sealed value of an application is bound to. */
export const answersContext = (tenantId: string, applicationId: string, page: string) =>
  `application.answers:${tenantId}:${applicationId}:${page}`;
export const documentContext = (tenantId: string, applicationId: string) =>
  `application.document:${tenantId}:${applicationId}`;
export const snapshotContext = (tenantId: string, applicationId: string) =>
  `application.snapshot:${tenantId}:${applicationId}`;

/** What she is about to sign: the document, and the text that the e-ID app shows for it. Kept until answers change. */
export interface DocumentToSign {
  snapshot: Snapshot;
  visibleText: string;
}
