import { z } from 'zod';
import { deliveredAnswers, offerMessage, offerStates } from '@/lib/care-home-queue/domain/offer';
import { vacancyMessage, vacancyOutcomes } from '@/lib/care-home-queue/domain/vacancy';
import { instant } from './times';

/* Places at care homes, homes that are offered, and what she answers. */

export const vacancy = vacancyMessage.meta({
  id: 'Vacancy',
  description:
    'A place at a care home as it is now: what it is for, for how many, from when, and whether it is free.',
});

export const vacancyKept = z
  .strictObject({
    slug: z.string(),
    externalId: z.string(),
    state: z.enum(vacancyOutcomes).meta({
      description: 'older: something newer is known already, and nothing was changed',
    }),
  })
  .meta({ id: 'VacancyKept' });

export const offer = offerMessage.meta({
  id: 'Offer',
  description:
    'A home that she is offered. What she may have read stands; a later `answerBy` gives her longer, and `taken-back` ends it as long as she has not said yes.',
});

export const offerKept = z
  .strictObject({
    caseId: z.uuid(),
    externalId: z.string(),
    offerId: z.uuid(),
    state: z.enum(offerStates).meta({ description: 'as it stands now, whatever was told' }),
    answerBy: instant.meta({
      description: 'the last time to answer: as told, or by the municipality’s rule',
    }),
  })
  .meta({ id: 'OfferKept' });

export const offerAnswer = z
  .strictObject({
    offerId: z.uuid(),
    externalId: z.string().meta({ description: 'of the offer, by the id the system gave it' }),
    home: z.string().meta({ description: 'the home’s slug' }),
    vacancy: z.string().optional(),
    answer: z.enum(deliveredAnswers).meta({ description: 'none: the time is out and she has not answered' }),
    answeredAt: instant.meta({ description: 'when she answered, or when it was seen that the time was out' }),
    reason: z.string().optional().meta({ description: 'why not, where she has said so' }),
  })
  .meta({ id: 'OfferAnswer' });

export type OfferAnswerContent = z.infer<typeof offerAnswer>;
