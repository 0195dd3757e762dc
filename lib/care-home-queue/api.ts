import 'server-only';

// What other modules may call. See README.md for who calls what.
export { putVacancy } from './commands/put-vacancy';
export { recordOffer } from './commands/record-offer';
export { recordOfferAnswerReceivedInTx } from './commands/record-offer-answer-received';
export { getOffer } from './queries/get-offer';
export {
  getOfferAnswerForSystemInTx,
  type OfferAnswerForSystem,
} from './queries/get-offer-answer-for-system';
export { isOfferOpenInTx } from './queries/is-offer-open';
export { listCaseOffers } from './queries/list-case-offers';
