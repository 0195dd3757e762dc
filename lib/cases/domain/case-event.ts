/**
 * What can stand in a case's timeline. The words people read are texts (`cases:event.<kind>`); the row holds the kind,
 * the time, and which supplement, decision or appeal it speaks of.
 */
export const caseEventKinds = [
  'received-by-us',
  'received-by-office',
  'officer-named',
  'status-told',
  'looked-into',
  'looked-into-again',
  'supplement-asked',
  'supplement-part-sent',
  'supplement-answered',
  'supplement-received',
  'supplement-withdrawn',
  'file-infected',
  'message-sent',
  'message-arrived',
  'comments-asked',
  'delay-told',
  'delay-requested',
  'delay-request-received',
  'delay-request-answered',
  'material-opened',
  'comment-sent',
  'nothing-to-add',
  'comment-received',
  'comments-extended',
  'comments-withdrawn',
  'decided',
  'decision-opened',
  'carried-out',
  'appeal-sent',
  'appeal-received',
  'appeal-in-time',
  'appeal-forwarded',
  'court-decided',
  'appealed',
  'closed',
  'withdrawn',
  'partly-withdrawn',
  'own-part-withdrawn',
  'withdrawal-received',
] as const;

export type CaseEventKind = (typeof caseEventKinds)[number];

/** For rows from the database: what an older or newer version wrote and this one doesn't know is left out of the list. */
export const isCaseEventKind = (kind: string): kind is CaseEventKind =>
  (caseEventKinds as readonly string[]).includes(kind);

/**
 * Whose doing an event is by its kind: what she did herself is no news to her. What an office tells is news, whatever its
 * kind, since some things may be done at either end.
 */
const doneBy: Record<CaseEventKind, 'herself' | 'others'> = {
  'received-by-us': 'herself',
  'received-by-office': 'others',
  'officer-named': 'others',
  'status-told': 'others',
  'looked-into': 'others',
  'looked-into-again': 'others',
  'supplement-asked': 'others',
  'supplement-part-sent': 'herself',
  'supplement-answered': 'herself',
  'supplement-received': 'others',
  'supplement-withdrawn': 'others',
  'file-infected': 'others',
  'message-sent': 'herself',
  'message-arrived': 'others',
  'comments-asked': 'others',
  'delay-told': 'others',
  'delay-requested': 'herself',
  'delay-request-received': 'others',
  'delay-request-answered': 'others',
  'material-opened': 'herself',
  'comment-sent': 'herself',
  'nothing-to-add': 'herself',
  'comment-received': 'others',
  'comments-extended': 'others',
  'comments-withdrawn': 'others',
  decided: 'others',
  'decision-opened': 'herself',
  'carried-out': 'others',
  'appeal-sent': 'herself',
  'appeal-received': 'others',
  'appeal-in-time': 'others',
  'appeal-forwarded': 'others',
  'court-decided': 'others',
  appealed: 'others',
  closed: 'others',
  withdrawn: 'herself',
  'partly-withdrawn': 'herself',
  'own-part-withdrawn': 'herself',
  'withdrawal-received': 'others',
};

export const isNewsToHer = (kind: CaseEventKind): boolean => doneBy[kind] === 'others';
