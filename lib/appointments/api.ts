import 'server-only';

// What other modules may call.
export {
  beginOfMeetingInTx,
  isEarlierOfferOpenInTx,
  isInvitationOpenInTx,
  isMeetingAheadInTx,
} from './queries/booking-news-in-tx';
