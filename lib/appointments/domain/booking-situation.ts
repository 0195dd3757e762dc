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
