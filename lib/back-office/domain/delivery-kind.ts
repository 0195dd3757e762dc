/**
 * What is delivered to an office when it has happened here, and which id of the event says which one it was. Whoever adds
 * an event to `plan-delivery`'s (lib/platform/jobs/subscriptions.ts) adds its kind here.
 */
export const deliveryKinds = {
  /** a part of the answer */
  supplement: 'partId',
  comment: 'commentId',
  'more-time': 'moreTimeId',
  'delay-request': 'delayRequestId',
  appeal: 'appealId',
  withdrawal: 'withdrawalId',
  'offer-answer': 'offerId',
  application: 'applicationId',
} as const;

/** A file's own news come another way (commands/plan-file-delivery.ts), as do messages and bookings, which may be about no case. */
export type DeliveryKind = keyof typeof deliveryKinds | 'file' | 'message' | 'booking';

export type EventIds = Readonly<Partial<Record<(typeof deliveryKinds)[keyof typeof deliveryKinds], string>>>;

/** Kind and id of what an event told of. Exactly one of them is news: an event names no other. */
export function toDeliver(ids: EventIds): { kind: keyof typeof deliveryKinds; refId: string } {
  for (const [kind, name] of Object.entries(deliveryKinds)) {
    const refId = ids[name];
    if (refId) return { kind: kind as keyof typeof deliveryKinds, refId };
  }
  throw new Error('An event with nothing to deliver');
}
