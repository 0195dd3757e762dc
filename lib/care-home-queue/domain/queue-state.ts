import type { CalendarDate } from '@/lib/kernel/calendar-date';
import type { OfferState } from './offer';

/** Where she is between a decision and a home. There is no place in a line: need goes before wish. */
export type QueueState = 'waiting' | 'offered' | 'accepted';

/** @param offers the one that ended first, first: who is offered again after a yes, and turns it down, waits once more */
export function queueState(offers: readonly { state: OfferState }[]): QueueState {
  if (offers.some(({ state }) => state === 'open')) return 'offered';
  return offers.findLast(({ state }) => state !== 'taken-back')?.state === 'accepted'
    ? 'accepted'
    : 'waiting';
}

/** How long those have really waited who have said yes to a home, from their decision. */
export interface RealWaits {
  people: number;
  medianDays: number;
  nineOfTenDays: number;
  fromOn: CalendarDate;
  toOn: CalendarDate;
}

/** What is asked of the answers in a document that was signed: the homes that she wished for, in her order. */
export function wishedHomes(
  pages: readonly {
    groups: readonly {
      questions: readonly {
        kind: string;
        value?: unknown;
        options?: readonly { value: string; label: string }[];
      }[];
    }[];
  }[],
): string[] {
  const wishes = pages
    .flatMap(({ groups }) => groups.flatMap(({ questions }) => questions))
    .filter(({ kind }) => kind === 'care-home-wishes');
  return wishes.flatMap(({ value, options = [] }) =>
    Array.isArray(value)
      ? value.flatMap((slug) => options.find((option) => option.value === slug)?.label ?? [])
      : [],
  );
}
