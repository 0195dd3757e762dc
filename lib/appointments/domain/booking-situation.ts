import type { BookingState } from './words';

/** What a booking is to her just now. `held` and `offered` are so only while their minutes last; `been` is not judged yet. */
export type BookingSituation = 'held' | 'offered' | 'coming' | 'been' | Exclude<BookingState, 'booked'>;

interface Timed {
  state: BookingState;
  endsAt: Date;
  heldUntil: Date | null;
}

export function situationOf({ state, endsAt, heldUntil }: Timed, now: Date): BookingSituation {
  if (state === 'booked') return endsAt > now ? 'coming' : 'been';
  // Whether or not anything has tidied it away.
  if (state === 'held' || state === 'offered') return heldUntil && heldUntil > now ? state : 'lapsed';
  return state;
}

/** To come, or maybe: how to prepare and find the way is of use. */
export const mayComeTo = (situation: BookingSituation): boolean =>
  situation === 'coming' || situation === 'held' || situation === 'offered';

const afterDeed = { booked: 'coming', moved: 'coming', cancelled: 'cancelled' } as const;
export type Deed = keyof typeof afterDeed;

/**
 * What an address says that she has just done, where it is so still: she may come back to it when the booking has become
 * something else.
 */
export const deedOf = (done: unknown, situation: BookingSituation): Deed | undefined =>
  (Object.keys(afterDeed) as Deed[]).find((deed) => deed === done && afterDeed[deed] === situation);
