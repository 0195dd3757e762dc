import 'server-only';

/** What other modules may call. */
export { consumeSignOrderInTx, type SignedDocument } from './commands/consume-sign-order-in-tx';
export { lookUpOwnFacts, type OwnFactsAnswer } from './commands/look-up-own-facts';
export { putPersonInTx } from './commands/put-person-in-tx';
export {
  type CodeToSend,
  findCodeToSendInTx,
  findFormerAddressInTx,
  forgetFormerAddressInTx,
  markAddressRefusedInTx,
} from './queries/contact-change-in-tx';
export { getPersonInTx, type PersonFacts } from './queries/get-person-in-tx';
export { getStaffNamesInTx } from './queries/get-staff-names-in-tx';
export {
  findPersonByLookupInTx,
  getPersonLookupInTx,
  personLookup,
} from './queries/person-lookup';
