/** As the row has it. */
export type MessageState = 'draft' | 'sent' | 'unrouted' | 'parked' | 'received';

/** How far a message of hers has come, as she reads it. */
export const progresses = ['sent', 'undelivered', 'delivered', 'read'] as const;
export type Progress = (typeof progresses)[number];

/**
 * `sent`: kept here, on its way; `undelivered`: no system takes it, and she is told what to do; `delivered`: the
 * office's system has said that it has it; `read`: the office has said that somebody has read it. Whoever reads it has
 * it, whatever was last heard of the delivery.
 */
export function progressOf({ state, readAt }: { state: MessageState; readAt: Date | null }): Progress {
  if (readAt) return 'read';
  if (state === 'received') return 'delivered';
  return state === 'unrouted' || state === 'parked' ? 'undelivered' : 'sent';
}

/** Those that have not reached an office, for whatever reason. */
export const undelivered = ['sent', 'unrouted', 'parked'] as const satisfies readonly MessageState[];
