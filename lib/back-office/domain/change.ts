/* What has happened that concerns a system: what it may have missed, by ids alone (decision 0121). */

export const changeKinds = [
  'case-assigned',
  'delivery-made',
  'delivery-received',
  'decision-opened',
  'material-opened',
  'messages-read',
  'message-parked',
  'message-done',
  'message-dismissed',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Which ids a change may have. `messageId` is the system's own name of a message of its own. */
export const changeIds = [
  'caseId',
  'deliveryId',
  'decisionId',
  'roundId',
  'threadId',
  'inboxId',
  'messageId',
] as const;
export type ChangeIds = Partial<Record<(typeof changeIds)[number], string>>;

/** Events of other modules that concern the system that has the case or the thread. */
export const changeOfEvent: Readonly<Record<string, ChangeKind>> = {
  'cases.decision-opened': 'decision-opened',
  'cases.material-opened': 'material-opened',
  'messages.read': 'messages-read',
};

/** How far somebody has read, as a text that only we read: it may come to hold something else. */
export const cursorOf = (position: bigint): string =>
  Buffer.from(`1:${position}`, 'utf8').toString('base64url');

/** Null for what is no cursor of ours. */
export function positionOf(cursor: string): bigint | null {
  const found = /^1:(0|[1-9]\d{0,17})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  return found?.[1] === undefined ? null : BigInt(found[1]);
}
