/** What a back-office system may be allowed to do. A token carries all of its system's, or those it asked for. */
export const scopes = {
  'deliveries.read': 'See what waits, and fetch it: applications, answers, comments and appeals',
  'deliveries.receive': 'Say that a delivery has arrived',
  'files.read': 'Fetch the files that came with a delivery',
  'cases.read': 'See how a case stands with the resident',
  'cases.write': 'Say how a case goes on',
  'supplements.write': 'Ask the resident for something more',
  'comments.write': 'Let the resident comment before a decision',
  'decisions.write': 'Deliver decisions',
  'care-homes.write': 'Publish care homes that residents can read about and wish for',
  'vacancies.write': 'Tell of places that are free at the care homes it publishes',
  'offers.write': 'Offer a resident a care home, and take an offer back',
  'care.write': 'Deliver care plans, visits and notes of social services',
  'appointments.read':
    'See a booking of a time it publishes, about its case, or of a type whose bookings it gets',
  'appointments.write': 'Publish times, ask her to book one, and say what became of it',
  'messages.read': 'See how a thread of messages stands, and what she has read',
  'messages.write': 'Write to the resident, and say that hers have been read',
} as const;

export type Scope = keyof typeof scopes;

/**
 * The scopes of a token: those asked for (separated by spaces), or all where none is asked for. Null when one is asked
 * for that the system doesn't have (RFC 6749 §5.2, invalid_scope).
 */
export function grantScopes(own: readonly string[], asked: string | undefined): string[] | null {
  if (!asked?.trim()) return [...own];
  const wanted = [...new Set(asked.trim().split(/\s+/))];
  return wanted.every((scope) => own.includes(scope)) ? wanted : null;
}
