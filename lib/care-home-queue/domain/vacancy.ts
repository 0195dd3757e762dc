import { z } from 'zod';
import { day } from '@/lib/cases/domain/office-messages';
import { occurredAt } from '@/lib/kernel/told';

/** What a place is for. A place for a couple is one of these, for two. */
export const vacancyKinds = ['somatic', 'dementia', 'short-term'] as const;
export type VacancyKind = (typeof vacancyKinds)[number];

export const vacancyStates = ['free', 'reserved', 'taken'] as const;

/** What a system tells of a place at a home that it publishes. */
export const vacancyMessage = z.strictObject({
  /** when it was so there: what is older than what is known changes nothing */
  occurredAt,
  kind: z.enum(vacancyKinds),
  /** for how many: two is for a couple that moves in together */
  persons: z.int().min(1).max(2).default(1),
  availableFrom: day,
  /** reserved: somebody is being asked, or has said yes and not moved in */
  state: z.enum(vacancyStates),
});
export type VacancyMessage = z.output<typeof vacancyMessage>;

/**
 * Whether an offer keeps a place from others: while it is open, and after a yes until the home's system says, of a later
 * moment, that the place is free. Between her yes and the system's next word nobody else may be given it.
 */
export const holdsPlace = (
  offer: { state: string; endedAt: Date | null },
  vacancy: { state: string; toldAt: Date },
): boolean =>
  offer.state === 'open' ||
  (offer.state === 'accepted' &&
    offer.endedAt !== null &&
    (vacancy.state !== 'free' || offer.endedAt >= vacancy.toldAt));

/** What became of what a system told. `older`: something newer was known. */
export const vacancyOutcomes = ['kept', 'unchanged', 'older'] as const;
export type VacancyOutcome = (typeof vacancyOutcomes)[number];
