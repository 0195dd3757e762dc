/** Why a notice was not sent; stands on its row. */
export type DropReason =
  | 'no-address'
  | 'protected-identity'
  | 'not-wanted' // she has chosen not to be told of this kind
  | 'no-longer-news'
  | 'too-late';

/** Tries before a message is given up: with the queue's growing pauses about a day and a half. */
export const MAX_ATTEMPTS = 14;

/** Why one failed that may have got there: whoever sent it was killed before the answer was noted, and it must not come twice. */
export const MAYBE_SENT = 'maybe-sent';

/** Whether a message was given up because of the address: the codes that channels refuse one with. */
export const isRefusal = (problem: string | null): boolean =>
  /^(smtp-5\d\d|sms-bad-number|digital-mail-none|push-none)$/.test(problem ?? '');

/** What a message leads to through its own address: nothing in the address tells what it is about. */
export const linkPath = (deliveryId: string): string => `/notices/${deliveryId}`;

/** Where a message leads once she is logged in: to the page, or to the overview where it is about several. */
export function placeOf(places: readonly string[]): string {
  const [first, ...others] = new Set(places);
  return first !== undefined && others.length === 0 ? first : '/overview';
}

/** What happened longer ago than the municipality's rule says is told of no more. */
export const isTooLate = (happenedAt: Date, now: Date, dropAfterHours: number): boolean =>
  now.getTime() - happenedAt.getTime() > dropAfterHours * 3_600_000;
