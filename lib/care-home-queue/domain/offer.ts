import { z } from 'zod';
import { day, externalId, happening, officerSchema } from '@/lib/cases/domain/office-messages';
import { addDays, dateInSweden } from '@/lib/kernel/calendar-date';
import { line, occurredAt, words } from '@/lib/kernel/told';
import { wallInstant } from '@/lib/kernel/wall-time';
import type { RuleValue } from '@/lib/tenants/domain/rules';

/** open → accepted, declined, lapsed or taken back; each of those is the end of it. */
export const offerStates = ['open', 'accepted', 'declined', 'lapsed', 'taken-back'] as const;
export type OfferState = (typeof offerStates)[number];

/** The place itself, as far as the office has said. */
const apartment = z.strictObject({
  floor: line(40).optional(),
  squareMetres: z.number().min(5).max(300).optional(),
  /** in whole kronor */
  rentPerMonth: z.int().min(0).max(100_000).optional(),
  moveInOn: day.optional(),
});
export type Apartment = z.output<typeof apartment>;

const message = z.strictObject({
  ...happening,
  /** of the home, as it is published */
  home: z.string().regex(/^[a-z0-9-]{1,64}$/),
  /** of the place, by the id that the home's system gave it */
  vacancy: externalId.optional(),
  apartment: apartment.default({}),
  /** to her, in the coordinator's words */
  text: words(4000).optional(),
  /** left out: as long as the municipality's rule says. Later than told before: she is given longer. */
  answerBy: occurredAt.optional(),
  /** whom she asks about the offer, where that is somebody else than her officer */
  contact: officerSchema.optional(),
  state: z.enum(['open', 'taken-back']).default('open'),
  /** why it is taken back, to her; must be there once she has said yes */
  reason: words(2000).optional(),
});
/** What an office tells of a home that it offers somebody. */
export const offerMessage = message.superRefine(({ state, reason }, context) => {
  if (reason !== undefined && state !== 'taken-back')
    context.addIssue({ code: 'custom', path: ['reason'], message: 'belongs to an offer that is taken back' });
});
export type OfferMessage = z.output<typeof offerMessage>;

export const answers = ['yes', 'no'] as const;
export type Answer = (typeof answers)[number];
export const stateAfter = { yes: 'accepted', no: 'declined' } as const satisfies Record<Answer, OfferState>;

/** As the office gets it: she may not have answered at all. */
export const deliveredAnswers = ['yes', 'no', 'none'] as const;
export const deliveredAnswer: Partial<Record<OfferState, (typeof deliveredAnswers)[number]>> = {
  accepted: 'yes',
  declined: 'no',
  lapsed: 'none',
};

export const MAX_REASON = 2000;

export type OfferRule = RuleValue<'care-home.offer'>;
export type DeclineEffect = OfferRule['declines'][number];

/** When the municipality's own time to answer is out: hours are hours, and days last until the end of the last one. */
export const deadlineBy = ({ answer }: OfferRule, offeredAt: Date): Date =>
  'hours' in answer
    ? new Date(offeredAt.getTime() + answer.hours * 3_600_000)
    : new Date(wallInstant(addDays(dateInSweden(offeredAt), answer.days), LAST_MINUTE));

/** of a day, on the clock */
const LAST_MINUTE = 24 * 60 - 1;

/** What a no means when she has said no so many times before. The rule's last word holds for all that follow. */
export const effectOfNo = ({ declines }: OfferRule, before: number): DeclineEffect =>
  declines[Math.min(before, declines.length - 1)] ?? 'nothing';

/** Whether she can answer it: the job that lets it lapse may not have come by. */
export const isAnswerable = (offer: { state: string; answerBy: Date }, now: Date): boolean =>
  offer.state === 'open' && offer.answerBy > now;
