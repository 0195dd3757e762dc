/** What a row of the audit log says in plain words: `cases:access.<kind>.<thing>`. */
export type Deed =
  | {
      kind: 'read';
      thing:
        | ReadThing
        | 'to-sign'
        | 'delay-request'
        | 'more-time'
        | 'withdrawal'
        | 'message'
        | 'messages'
        | 'inbox-message'
        | 'offer-answer'
        | 'offer-silence';
    }
  | {
      kind: 'wrote';
      thing:
        | ReadThing
        | 'delay-notice'
        | 'withdrawal-received'
        | 'delay-request-received'
        | 'supplement-withdrawn'
        | 'supplement-received'
        | 'more-time'
        | 'more-time-answer'
        | 'more-time-received'
        | 'appeal-step'
        | 'signature'
        | 'declined'
        | 'last-signature'
        | 'message'
        | 'message-received'
        | 'inbox-message'
        | 'inbox-message-dismissed'
        | 'offer'
        | 'offer-longer'
        | 'offer-taken-back'
        | 'offer-answer'
        | 'offer-answer-received'
        | 'offer-silence-received'
        | 'care-plan'
        | 'care-plan-draft'
        | 'care-visit'
        | 'care-note'
        | 'care-note-taken-back';
    };

const things = ['application', 'case', 'supplement', 'comment-round', 'decision', 'appeal', 'file'] as const;
export type ReadThing = (typeof things)[number] | 'other';

// Where the action says more than the object's type does.
const exceptions: Record<string, Deed> = {
  // Those whom she has asked to sign with her.
  'applications.get-invitation': { kind: 'read', thing: 'to-sign' },
  'applications.get-invitation-file': { kind: 'read', thing: 'to-sign' },
  'applications.get-signed-document': { kind: 'read', thing: 'to-sign' },
  'applications.co-sign-application': { kind: 'wrote', thing: 'signature' },
  'applications.decline-to-sign': { kind: 'wrote', thing: 'declined' },
  'applications.submit-application': { kind: 'wrote', thing: 'last-signature' },
  // Where they are about a case, the log names the case.
  'messages.get-message-for-system': { kind: 'read', thing: 'message' },
  'messages.record-message-reading': { kind: 'read', thing: 'message' },
  'messages.get-thread-for-system': { kind: 'read', thing: 'messages' },
  'messages.record-office-message': { kind: 'wrote', thing: 'message' },
  'messages.record-received': { kind: 'wrote', thing: 'message-received' },
  'care-home-queue.record-offer': { kind: 'wrote', thing: 'offer' },
  'care-home-queue.extend-offer': { kind: 'wrote', thing: 'offer-longer' },
  'care-home-queue.take-back-offer': { kind: 'wrote', thing: 'offer-taken-back' },
  'care-home-queue.answer-offer': { kind: 'wrote', thing: 'offer-answer' },
  'care-home-queue.get-offer-answer-for-system': { kind: 'read', thing: 'offer-answer' },
  'care-home-queue.get-offer-silence-for-system': { kind: 'read', thing: 'offer-silence' },
  'care-home-queue.record-silence-received': { kind: 'wrote', thing: 'offer-silence-received' },
  'care-home-queue.record-answer-received': { kind: 'wrote', thing: 'offer-answer-received' },
  // What an office's system told about her and that did not fit, seen to by those who run these pages.
  'back-office.read-inbox-message': { kind: 'read', thing: 'inbox-message' },
  'back-office.run-inbox-message': { kind: 'wrote', thing: 'inbox-message' },
  'back-office.correct-inbox-message': { kind: 'wrote', thing: 'inbox-message' },
  'back-office.dismiss-inbox-message': { kind: 'wrote', thing: 'inbox-message-dismissed' },
  // What whoever gives her care has told of it.
  'care-information.put-care-plan': { kind: 'wrote', thing: 'care-plan' },
  'care-information.draft-care-plan': { kind: 'wrote', thing: 'care-plan-draft' },
  'care-information.take-back-care-note': { kind: 'wrote', thing: 'care-note-taken-back' },
  'care-information.put-care-visit': { kind: 'wrote', thing: 'care-visit' },
  'care-information.put-care-note': { kind: 'wrote', thing: 'care-note' },
  'cases.record-received-by-office': { kind: 'wrote', thing: 'application' },
  'cases.withdraw-supplement-request': { kind: 'wrote', thing: 'supplement-withdrawn' },
  'cases.get-delay-request-for-system': { kind: 'read', thing: 'delay-request' },
  'cases.get-withdrawal-for-system': { kind: 'read', thing: 'withdrawal' },
  'cases.record-withdrawal-received': { kind: 'wrote', thing: 'withdrawal-received' },
  'cases.record-delay-notice': { kind: 'wrote', thing: 'delay-notice' },
  'cases.record-delay-request-received': { kind: 'wrote', thing: 'delay-request-received' },
  'cases.withdraw-comment-round': { kind: 'wrote', thing: 'supplement-withdrawn' },
  'cases.get-more-time-for-system': { kind: 'read', thing: 'more-time' },
  'cases.answer-more-time': { kind: 'wrote', thing: 'more-time-answer' },
  'cases.record-more-time-received': { kind: 'wrote', thing: 'more-time-received' },
  'cases.extend-supplement': { kind: 'wrote', thing: 'more-time' },
  'cases.extend-comment-round': { kind: 'wrote', thing: 'more-time' },
  'cases.record-comment-received': { kind: 'wrote', thing: 'supplement-received' },
  'cases.record-appeal-step': { kind: 'wrote', thing: 'appeal-step' },
  'cases.record-supplement-received': { kind: 'wrote', thing: 'supplement-received' },
};

/** Actions that only read; a regular expression that JavaScript and PostgreSQL read alike. */
export const READING = '^[a-z-]+[.](get|list|find|read|fetch|download|open)-';
const reading = new RegExp(READING);

/** Deeds that are done many times a day as a matter of course: told of once a day, with how often. As above. */
export const ROUTINE = '^care-information[.]put-care-(visit|note)$';

/**
 * An action is "module.verb-noun", and the verb tells reading from writing. An action this list has never heard of is
 * still told, as what it was done to.
 */
export function deedOf(action: string, objectType: string | null): Deed {
  const known = exceptions[action];
  if (known) return known;
  const thing = things.find((one) => one === objectType) ?? 'other';
  return { kind: reading.test(action) ? 'read' : 'wrote', thing };
}
