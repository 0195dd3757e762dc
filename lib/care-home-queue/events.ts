import * as z from 'zod';

const ofOffer = z.strictObject({ caseId: z.uuid(), personId: z.uuid(), offerId: z.uuid() });

/** What the care-home queue tells of. Ids only. */
export const careHomeQueueEvents = {
  'care-home-queue.offer-made': ofOffer,
  // A later last day.
  'care-home-queue.offer-extended': ofOffer,
  'care-home-queue.offer-reminded': ofOffer,
  'care-home-queue.offer-answered': ofOffer,
  'care-home-queue.offer-lapsed': ofOffer,
  'care-home-queue.offer-taken-back': ofOffer,
  // One that she had said yes to.
  'care-home-queue.yes-taken-back': ofOffer,
  'care-home-queue.answer-received': ofOffer,
};
