import type { Officer } from '@/lib/cases/domain/office-messages';
import type { Apartment } from './offer';

/** What is sealed in an offer, and in her answer. */
export interface OfferContent {
  apartment: Apartment;
  text?: string;
  contact?: Officer;
}
export interface AnswerContent {
  reason: string;
}

/** Why the office took it back, in its words. */
export interface TakenBackContent {
  reason: string;
}

export const offerContext = (what: 'content' | 'answer' | 'taken-back', tenantId: string, id: string) =>
  `care-home-offer.${what}:${tenantId}:${id}`;
