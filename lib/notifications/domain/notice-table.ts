/**
 * What people are told of: for each event what kind of notice it makes, where it leads, and what decides whether it is
 * still news when it is to be sent. Whoever adds an event adds its row here (a test asks for it), and `make-notice` to
 * its subscribers in lib/platform/jobs/subscriptions.ts where it is told of.
 */

/** The kinds that a person chooses by. Few, and told apart by what she would do about them. */
export const noticeKinds = [
  'asked',
  'decision',
  'progress',
  'message',
  'meeting',
  'reminder',
  'draft',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** The event's payload: ids only. */
export type EventIds = Readonly<Record<string, string | undefined>>;

/**
 * What is looked at just before a notice is sent: she may have been on the page since. Each is answered by the module
 * whose page it is (queries/is-still-news.ts).
 */
export type NewsTest =
  | 'always' // nothing says that she has seen it
  | 'case-unseen' // she has not been shown what is new in the case since it happened
  | 'decision-unopened'
  | 'supplement-open'
  | 'comments-open'
  | 'reminder-true'
  | 'signature-wanted'
  | 'draft-expiring'
  | 'message-unread'
  | 'message-undelivered'
  | 'offer-open'
  | 'care-plan-shown'
  | 'meeting-ahead'
  | 'earlier-offer-open'
  | 'invitation-open'
  | 'invitation-ended';

export interface Told {
  kind: NoticeKind;
  /** the page it leads to, without language prefix */
  place: (ids: EventIds) => string;
  stillNews: NewsTest;
  /** of no use once the meeting has begun: quiet hours that last until then don't hold it; and never told twice */
  isBeforeMeeting?: boolean;
  /** others wait for her answer: where she can't be told in time the offer goes to the next, and she isn't told */
  goesOn?: boolean;
}
export interface NotTold {
  /** why nobody is told: it stands here so that it is a choice and no gap */
  notTold: string;
}

const casePage = ({ caseId }: EventIds) => `/cases/${caseId}`;
const supplementPage = ({ caseId, supplementId }: EventIds) => `/cases/${caseId}/supplements/${supplementId}`;
const askedPage = (ids: EventIds) => (ids.supplementId ? supplementPage(ids) : commentsPage(ids));
const commentsPage = ({ caseId, roundId }: EventIds) => `/cases/${caseId}/comments/${roundId}`;
/** Where she writes: an appeal that she has begun, or her answer to what is asked of her. */
const writingPage = (ids: EventIds) =>
  ids.decisionId ? `/cases/${ids.caseId}/decisions/${ids.decisionId}/appeal` : askedPage(ids);
const invitationPage = ({ signerId }: EventIds) => `/invitations/${signerId}`;
const threadPage = ({ threadId }: EventIds) => `/messages/${threadId}`;
const offerPage = ({ caseId, offerId }: EventIds) => `/cases/${caseId}/offers/${offerId}`;
const bookingPage = ({ bookingId }: EventIds) => `/appointments/${bookingId}`;
const applicationPage = ({ applicationId }: EventIds) => `/applications/${applicationId}`;

export const noticeTable = {
  'catalogue.version-published': { notTold: 'concerns nobody in person' },
  'identity.contact-change-asked': { notTold: 'the code goes to the new address (send-contact-code)' },
  'identity.contact-way-replaced': { notTold: 'goes to the former address (tell-former-address)' },
  'feedback.accessibility-reported': { notTold: 'goes to the municipality (forward-report)' },
  'applications.signature-asked': { kind: 'asked', place: invitationPage, stillNews: 'signature-wanted' },
  'applications.signature-reminded': {
    kind: 'reminder',
    place: invitationPage,
    stillNews: 'signature-wanted',
  },
  'applications.signature-declined': { kind: 'draft', place: applicationPage, stillNews: 'always' },
  'applications.signatures-expired': { kind: 'draft', place: applicationPage, stillNews: 'always' },
  'applications.draft-expiring': { kind: 'draft', place: applicationPage, stillNews: 'draft-expiring' },
  'applications.submitted': {
    kind: 'progress',
    place: ({ applicationId }) => `/applications/${applicationId}/receipt`,
    stillNews: 'always',
  },
  'applications.file-infected': { kind: 'asked', place: applicationPage, stillNews: 'always' },
  'files.clean': { notTold: 'as everybody expects' },
  'files.infected': { notTold: 'told by the module whose file it is: applications, cases, messages' },
  'cases.file-infected': { kind: 'asked', place: writingPage, stillNews: 'always' },
  'cases.arrived': { kind: 'progress', place: casePage, stillNews: 'case-unseen' },
  'cases.received-by-office': { notTold: 'follows the receipt within the hour, and asks nothing of her' },
  'cases.expected-told': { notTold: 'asks nothing of her, and the case page says when' },
  'cases.officer-changed': { notTold: 'asks nothing of her, and the case page says who it is' },
  'cases.phase-changed': { kind: 'progress', place: casePage, stillNews: 'case-unseen' },
  'cases.supplement-asked': { kind: 'asked', place: supplementPage, stillNews: 'supplement-open' },
  'cases.supplement-answered': { notTold: 'her own deed' },
  'cases.supplement-received': { notTold: 'follows her own deed, and the case page says so' },
  'cases.supplement-withdrawn': { notTold: 'nothing is asked of her any more, and the case page says so' },
  'cases.supplement-extended': { kind: 'progress', place: supplementPage, stillNews: 'supplement-open' },
  'cases.more-time-asked': { notTold: 'her own deed' },
  'cases.more-time-answered': { kind: 'progress', place: askedPage, stillNews: 'case-unseen' },
  'cases.comments-asked': { kind: 'asked', place: commentsPage, stillNews: 'comments-open' },
  'cases.material-opened': { notTold: 'her own deed' },
  'cases.comment-sent': { notTold: 'her own deed' },
  'cases.comments-extended': { kind: 'progress', place: commentsPage, stillNews: 'comments-open' },
  'cases.comments-withdrawn': { notTold: 'nothing is asked of her any more, and the case page says so' },
  'cases.due-day-reminded': { kind: 'reminder', place: writingPage, stillNews: 'reminder-true' },
  'cases.decision-arrived': {
    kind: 'decision',
    place: ({ caseId, decisionId }) => `/cases/${caseId}/decisions/${decisionId}`,
    stillNews: 'decision-unopened',
  },
  'cases.decision-opened': { notTold: 'her own deed' },
  'cases.delay-told': { kind: 'progress', place: casePage, stillNews: 'case-unseen' },
  'cases.delay-requested': { notTold: 'her own deed' },
  'cases.appeal-sent': { notTold: 'her own deed, and the receipt stands before her' },
  'cases.appeal-step': {
    kind: 'progress',
    place: ({ caseId, decisionId }) => `/cases/${caseId}/decisions/${decisionId}`,
    stillNews: 'case-unseen',
  },
  'cases.appeal-received': { notTold: 'came in when she sent it: this changes nothing for her' },
  'cases.withdrawal-sent': { notTold: 'her own deed' },
  'messages.sent': { notTold: 'her own deed' },
  'messages.arrived': { kind: 'message', place: threadPage, stillNews: 'message-unread' },
  'messages.received-by-office': { notTold: 'as everybody expects, and the thread says so' },
  'messages.read-by-office': { notTold: 'asks nothing of her, and the thread says so' },
  'messages.routed': { notTold: 'it is on its way again, and the thread says so' },
  'messages.undelivered': { kind: 'message', place: threadPage, stillNews: 'message-undelivered' },
  'messages.file-infected': { kind: 'message', place: threadPage, stillNews: 'always' },
  'messages.read': { notTold: 'her own deed' },
  'care-home-queue.offer-made': { kind: 'asked', place: offerPage, stillNews: 'offer-open' },
  'care-home-queue.offer-extended': { kind: 'progress', place: offerPage, stillNews: 'offer-open' },
  'care-home-queue.offer-reminded': { kind: 'reminder', place: offerPage, stillNews: 'offer-open' },
  'care-home-queue.offer-answered': { notTold: 'her own deed' },
  'care-home-queue.offer-lapsed': { kind: 'progress', place: offerPage, stillNews: 'case-unseen' },
  'care-home-queue.offer-taken-back': { kind: 'progress', place: offerPage, stillNews: 'case-unseen' },
  // She may be giving up her home for it: whoever isn't told may lose by it, so it can't be turned off.
  'care-home-queue.yes-taken-back': { kind: 'asked', place: offerPage, stillNews: 'case-unseen' },
  'care-home-queue.answer-received': { notTold: 'follows her own deed, and the case page says so' },
  'care-information.plan-changed': { kind: 'progress', place: () => '/care', stillNews: 'care-plan-shown' },
  'care-information.plan-ended': { notTold: 'asks nothing of her; the plan that follows is told of' },
  'care-information.visit-changed': { notTold: 'several a day, and the care page has them' },
  'care-information.note-changed': { notTold: 'several a day, and the care page has them' },
  'appointments.invited': { kind: 'asked', place: () => '/appointments', stillNews: 'invitation-open' },
  // Who isn't told goes on trying to book, or waits for what is not asked of her.
  'appointments.invitation-ended': {
    kind: 'asked',
    place: () => '/appointments',
    stillNews: 'invitation-ended',
  },
  'appointments.booked': { kind: 'meeting', place: bookingPage, stillNews: 'meeting-ahead' },
  'appointments.moved': { kind: 'meeting', place: bookingPage, stillNews: 'meeting-ahead' },
  'appointments.cancelled': { kind: 'meeting', place: bookingPage, stillNews: 'always' },
  // Who isn't told of these goes there in vain.
  'appointments.moved-by-office': { kind: 'asked', place: bookingPage, stillNews: 'meeting-ahead' },
  'appointments.taken-away': { kind: 'asked', place: bookingPage, stillNews: 'always' },
  'appointments.earlier-offered': {
    kind: 'meeting',
    place: bookingPage,
    stillNews: 'earlier-offer-open',
    goesOn: true,
  },
  'appointments.reminded': {
    kind: 'meeting',
    place: bookingPage,
    stillNews: 'meeting-ahead',
    isBeforeMeeting: true,
  },
  'appointments.receiver-named': { notTold: 'concerns nobody in person: which system gets what is booked' },
  'appointments.time-freed': { notTold: 'whoever waits for it is told by its offer (offer-earlier)' },
} as const satisfies Record<string, Told | NotTold>;

/** Null for what nobody is told of, and for events that aren't ours. */
export function tellingOf(eventType: string): Told | null {
  if (!Object.hasOwn(noticeTable, eventType)) return null;
  const row: Told | NotTold = noticeTable[eventType as keyof typeof noticeTable];
  return 'kind' in row ? row : null;
}
