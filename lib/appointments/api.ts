import 'server-only';

export { cancelByOffice } from './commands/cancel-by-office';
export { giveToReceiverInTx } from './commands/give-to-receiver-in-tx';
export { passOverOfferInTx } from './commands/pass-over-offer-in-tx';
export { putInvitation } from './commands/put-invitation';
export { putTime } from './commands/put-time';
export { recordOutcome } from './commands/record-outcome';
// What other modules may call. See README.md for who calls what.
export {
  beginOfMeetingInTx,
  isEarlierOfferOpenInTx,
  isInvitationEndedInTx,
  isInvitationOpenInTx,
  isMeetingAheadInTx,
  tellOfOfferBeforeInTx,
} from './queries/booking-news-in-tx';
export { findBookingOfEventInTx, findBookingRouteInTx } from './queries/booking-route-in-tx';
export {
  type BookingForSystem,
  getBookingForSystem,
  getBookingForSystemInTx,
} from './queries/get-booking-for-system';
export { type CaseBookings, listCaseBookings } from './queries/list-case-bookings';
export { listUngivenInTx } from './queries/list-ungiven-in-tx';
