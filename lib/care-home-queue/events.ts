interface OfOffer {
  caseId: string;
  personId: string;
  offerId: string;
}

/** What the care-home queue tells of. Ids only. */
export interface CareHomeQueueEvents {
  'care-home-queue.offer-made': OfOffer;
  /** a later last day */
  'care-home-queue.offer-extended': OfOffer;
  'care-home-queue.offer-reminded': OfOffer;
  'care-home-queue.offer-answered': OfOffer;
  'care-home-queue.offer-lapsed': OfOffer;
  'care-home-queue.offer-taken-back': OfOffer;
  /** one that she had said yes to */
  'care-home-queue.yes-taken-back': OfOffer;
  'care-home-queue.answer-received': OfOffer;
}
