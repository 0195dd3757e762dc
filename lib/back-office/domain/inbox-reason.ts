/** What a person can do about a parked message depends on the kind of reason. */
export const reasonKinds = [
  'not-found',
  'application-waits',
  'decision-waits',
  'id-taken',
  'differs',
  'gone-on',
  'invalid',
  'forbidden',
  'unexpected',
  'other',
] as const;
export type ReasonKind = (typeof reasonKinds)[number];

const exact: Record<string, ReasonKind> = {
  'not-found': 'not-found',
  'application-waits': 'application-waits',
  'offer-before-decision': 'decision-waits',
  'external-id-taken': 'id-taken',
  'external-id-differs': 'id-taken',
  'case-of-other-system': 'not-found',
  invalid: 'invalid',
  forbidden: 'forbidden',
  'scope-missing': 'forbidden',
  unexpected: 'unexpected',
  'case-decided': 'gone-on',
  'case-ended': 'gone-on',
  'not-now': 'gone-on',
  'already-done': 'gone-on',
};

/** The kind of a reason's code. Those of the same ending are alike, also one that is new. */
export function reasonKind(reason: string): ReasonKind {
  const known = exact[reason];
  if (known) return known;
  if (/-differs?$/.test(reason)) return 'differs';
  return /-(closed|over|answered|done)$/.test(reason) ? 'gone-on' : 'other';
}
