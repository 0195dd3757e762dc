import 'server-only';

// What other modules may call. See README.md for who calls what.
export { visibleCases } from './access';
export { answerMoreTime } from './commands/answer-more-time';
export { askForFileAgainInTx } from './commands/ask-for-file-again';
export { assignCaseToSystemInTx } from './commands/assign-case-to-system';
export { takeCaseVersionInTx, type VersionTold } from './commands/case-version-in-tx';
export { extendCommentRound, extendCommentRoundInTx } from './commands/extend-comment-round';
export { extendSupplement, extendSupplementInTx } from './commands/extend-supplement';
export { makeAppealReceipt } from './commands/make-appeal-receipt';
export { lockCaseForMessageInTx } from './commands/note-message-in-tx';
export { lockCaseForOfferInTx, type OfferEventKind } from './commands/note-offer-in-tx';
export { type NewCase, openCaseInTx } from './commands/open-case';
export { type OfficeCase, putOfficeCaseInTx } from './commands/put-office-case';
export { recordAppealReceivedInTx } from './commands/record-appeal-received';
export { recordAppealStep } from './commands/record-appeal-step';
export { recordCommentReceivedInTx } from './commands/record-comment-received';
export { recordCommentRound, recordCommentRoundInTx } from './commands/record-comment-round';
export { recordDecision, recordDecisionInTx } from './commands/record-decision';
export { recordDelayNotice } from './commands/record-delay-notice';
export { recordDelayRequestReceivedInTx } from './commands/record-delay-request-received';
export { recordMoreTimeReceivedInTx } from './commands/record-more-time-received';
export { recordPhase, recordPhaseInTx } from './commands/record-phase';
export { recordReceivedByOfficeInTx } from './commands/record-received-by-office';
export { recordSupplementReceivedInTx } from './commands/record-supplement-received';
export { recordSupplementRequest, recordSupplementRequestInTx } from './commands/record-supplement-request';
export { recordWithdrawalReceivedInTx } from './commands/record-withdrawal-received';
export { releaseExternalIdInTx } from './commands/release-external-id';
export { withdrawCommentRound, withdrawCommentRoundInTx } from './commands/withdraw-comment-round';
export {
  withdrawSupplementRequest,
  withdrawSupplementRequestInTx,
} from './commands/withdraw-supplement-request';
export {
  commentRoundMessage,
  decisionMessage,
  dueDateMessage,
  moreTimeAnswerMessage,
  officeCaseMessage,
  officerSchema,
  phaseMessage,
  receivedMessage,
  supplementMessage,
} from './domain/office-messages';
export type { AppealAsSent } from './queries/appeal-in-tx';
export type { EventInTimeline } from './queries/case-events-in-tx';
export { type CaseOfMessages, getCaseOfMessagesInTx } from './queries/case-of-messages-in-tx';
export {
  type CaseOfSystem,
  findCasesOfSystemInTx,
  listOngoingCasesOfSystemInTx,
} from './queries/cases-of-system';
export { findAppealOfFileInTx } from './queries/find-appeal-of-file';
export { findCaseByNumberInTx } from './queries/find-case-by-number';
export { findCaseOfApplicationInTx } from './queries/find-case-of-application';
export { findCaseOfSystemInTx } from './queries/find-case-of-system';
export { findCommentOfFileInTx } from './queries/find-comment-of-file';
export { findOngoingCaseOfServiceInTx } from './queries/find-ongoing-case-of-service';
export { findOwnerOfAppealInTx, findOwnerOfCaseInTx } from './queries/find-owner-of-case';
export { findSupplementPartOfFileInTx } from './queries/find-supplement-part-of-file';
export { type AnswerForSystem, getAnswerForSystemInTx } from './queries/get-answer-for-system';
export { getAppeal } from './queries/get-appeal';
export { getAppealForSystemInTx } from './queries/get-appeal-for-system';
export { type CaseView, getCase } from './queries/get-case';
export { getCaseEvents } from './queries/get-case-events';
export { type FileToSend, getCaseFile, getCaseFileInTx } from './queries/get-case-file';
export { type CaseForSystem, getCaseForSystemInTx } from './queries/get-case-for-system';
export { getCaseNamesInTx } from './queries/get-case-names';
export { getCaseOriginInTx } from './queries/get-case-origin';
export { type CommentForSystem, getCommentForSystemInTx } from './queries/get-comment-for-system';
export { getCommentRound } from './queries/get-comment-round';
export { getDecision } from './queries/get-decision';
export { getDelayRequest } from './queries/get-delay-request';
export {
  type DelayRequestForSystem,
  getDelayRequestForSystemInTx,
} from './queries/get-delay-request-for-system';
export { getMoreTimeForSystemInTx, type MoreTimeForSystem } from './queries/get-more-time-for-system';
export { getSupplement } from './queries/get-supplement';
export { getWithdrawal } from './queries/get-withdrawal';
export { getWithdrawalForSystemInTx, type WithdrawalForSystem } from './queries/get-withdrawal-for-system';
export { grantedDecisionInTx } from './queries/granted-decision-in-tx';
export { isCaseUnseenInTx } from './queries/is-case-unseen';
export { isNewsInTx } from './queries/is-news';
export { isReminderTrueInTx } from './queries/is-reminder-true';
export { listOpenCasesInTx } from './queries/list-open-cases';
export { type Asked, getWhatIsAskedInTx } from './queries/what-is-asked-in-tx';
