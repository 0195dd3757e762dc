/* What becomes of a message that has come in. Pure, so that the API, the jobs and the operator's pages judge alike. */

/** What a message may be called by its sender: an Idempotency-Key, or a connector's own name of it. */
export const isMessageId = (text: string): boolean => /^[\x21-\x7e]{1,200}$/.test(text);

export const inboxBodyContext = (tenantId: string, id: string): string => `inbox.body:${tenantId}:${id}`;

/** Why a message is parked, where the command itself gave no closer reason. */
export const parkedBecause = {
  NotFound: 'not-found',
  Forbidden: 'forbidden',
  Invalid: 'invalid',
  Conflict: 'conflict',
  AlreadyDone: 'already-done',
  NotNow: 'not-now',
  Gone: 'not-found',
  UpstreamDown: 'unexpected',
} as const;

/** A fault of ours is tried again by itself so many times before a person must look. */
export const TRIES = 5;
/** What wasn't found is looked for again when more has come of its case; but not for ever. */
export const LOOKS = 10;
/** Nobody is still at work on a message that was taken up so long ago: every command gives up sooner. */
export const HALF_WAY_MS = 2 * 60_000;
/** What is done with is kept as long, for repeats and for questions. Parked messages are kept until somebody has looked. */
export const KEPT_DAYS = 90;

/** What may be there when more has come: the rest need somebody to look. */
export const mayComeLater = ['not-found', 'application-waits', 'offer-before-decision'];

/**
 * What a message tells of: a later one of the same that is done makes an older one that didn't fit superfluous. Each step
 * of an appeal is a thing of its own.
 */
export function thingOf(operation: string, params: Readonly<Record<string, string>>, body: unknown): string {
  const named = Object.entries(params).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const step = operation === 'record-appeal-step' ? [(body as { step: string }).step] : [];
  return [operation, ...named.map(([, value]) => value), ...step].join(' ');
}

/** Whether it says all there is to say of its thing, so that the newest alone matters, also where it doesn't fit. */
const isWholeState = (operation: string): boolean =>
  ['put-case-state', 'put-care-plan', 'put-care-visit', 'put-care-note'].includes(operation);

/** Which version of its thing it tells, where it says all of it. */
export const versionOf = (operation: string, body: unknown): bigint | null =>
  isWholeState(operation) ? BigInt((body as { version: number }).version) : null;

/** Which case a message is about, as far as it says: its address, or what came of it. */
export function caseOf(params: Readonly<Record<string, string>>, answer?: unknown): string | null {
  const { caseId, case: named } = (answer ?? {}) as { caseId?: string; case?: { id: string } };
  return params.caseId ?? caseId ?? named?.id ?? null;
}

/** Why nothing is to come of a parked message. */
export const dismissals = ['told-otherwise', 'mistake', 'not-ours'] as const;
