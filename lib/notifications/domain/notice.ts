/** What a notice is about. The mail never says which: only that there is something to read. */
export const noticeKinds = {
  'applications.signature-asked': 'signature-asked',
  'applications.signature-reminded': 'signature-asked',
  'applications.signature-declined': 'signatures-ended',
  'applications.signatures-expired': 'signatures-ended',
  'applications.draft-expiring': 'draft-expiring',
  'applications.submitted': 'application-received',
  'applications.file-infected': 'file-infected',
  'cases.file-infected': 'file-infected',
  'cases.arrived': 'case-arrived',
  'cases.supplement-asked': 'supplement-asked',
  'cases.decision-arrived': 'decision-arrived',
} as const satisfies Record<string, string>;

export type NoticeKind = (typeof noticeKinds)[keyof typeof noticeKinds];

export const noticeKindOf = (eventType: string): NoticeKind | null =>
  Object.hasOwn(noticeKinds, eventType) ? noticeKinds[eventType as keyof typeof noticeKinds] : null;

/** Why a notice was not sent; stands on its row. */
export type DropReason = 'no-address' | 'protected-identity' | 'no-longer-news';

/**
 * Whether she can be told by mail at all. A person with protected identity is not: an address can lead to her, and a
 * mail shows others that she has to do with this municipality.
 */
export function reachable(person: { email: string | null; protectedIdentity: boolean }): DropReason | null {
  if (person.protectedIdentity) return 'protected-identity';
  return person.email ? null : 'no-address';
}

/** Tries before a mail is given up: with the queue's growing pauses about a day and a half. */
export const MAX_ATTEMPTS = 14;
