/**
 * Who decides what stands in each field of a case. What its owner says is what stands; the other side's late or other
 * word does not overwrite it, and is told in `ignored`. docs/back-office-api.md lists it for those at the other end; a
 * test holds it complete against the contract.
 *
 * - office: what it told last, by version and time, stands.
 * - office-once: what it told first stands, since she may have read it. What is new is a thing of its own.
 * - portal: what happened here.
 * - register: the population register's, as soon as she has logged in.
 */
export type FieldOwner = 'office' | 'office-once' | 'portal' | 'register';

export const fieldOwners: Readonly<Record<string, FieldOwner>> = {
  id: 'portal',
  number: 'portal',
  externalId: 'office-once',
  version: 'office',
  occurredAt: 'office',
  'person.personalNumber': 'office-once',
  'person.givenName': 'register',
  'person.surname': 'register',
  receivedAt: 'portal',
  receivedByOfficeAt: 'portal',
  phase: 'office',
  phaseSince: 'office',
  statusCode: 'office',
  'officer.name': 'office',
  'officer.unit': 'office',
  'officer.phone': 'office',
  'officer.email': 'office',
  expectedOn: 'office',
  'supplements.externalId': 'office-once',
  'supplements.text': 'office-once',
  'supplements.items.id': 'office-once',
  'supplements.items.text': 'office-once',
  'supplements.occurredAt': 'office-once',
  'supplements.officer': 'office-once',
  // Only ever later: a day that she has been given is not taken back.
  'supplements.dueOn': 'office',
  'supplements.isWithdrawn': 'office',
  'supplements.status': 'portal',
  'supplements.answeredAt': 'portal',
  'delayRequest.requestedAt': 'portal',
  'delayRequest.answerBy': 'portal',
  'commentRounds.externalId': 'office-once',
  'commentRounds.text': 'office-once',
  'commentRounds.documents': 'office-once',
  'commentRounds.occurredAt': 'office-once',
  'commentRounds.officer': 'office-once',
  'commentRounds.dueOn': 'office',
  'commentRounds.isWithdrawn': 'office',
  'commentRounds.status': 'portal',
  'commentRounds.openedAt': 'portal',
  'commentRounds.comments': 'portal',
  'decisions.externalId': 'office-once',
  'decisions.matter': 'office-once',
  'decisions.follows': 'office-once',
  'decisions.outcome': 'office-once',
  'decisions.decidedOn': 'office-once',
  'decisions.decided': 'office-once',
  'decisions.reasons': 'office-once',
  'decisions.validFrom': 'office-once',
  'decisions.lawReference': 'office-once',
  'decisions.appeal': 'office-once',
  'decisions.document': 'office-once',
  'decisions.occurredAt': 'office-once',
  'decisions.officer': 'office-once',
  'decisions.arrivedAt': 'portal',
  'decisions.openedAt': 'portal',
  'messages.externalId': 'office-once',
  'messages.text': 'office-once',
  'messages.files': 'office-once',
  'messages.occurredAt': 'office-once',
  'messages.officer': 'office-once',
};

/** Why what the office told of a field changes nothing, where it isn't the office's to change. */
export function whyIgnored(field: string): 'portal' | 'register' | 'differs' {
  const owner = fieldOwners[field];
  return owner === 'portal' || owner === 'register' ? owner : 'differs';
}
