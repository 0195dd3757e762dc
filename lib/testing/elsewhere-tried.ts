/* What the matrix of cases (case-matrix.ts) has no row for. */

/** Commands that have no row: why, and where they are tried. */
export const commandsElsewhere: Record<string, string> = {
  'answer-more-time': 'hangs on what she asked, whatever the phase: more-time.db.test.ts',
  'record-more-time-received': 'hangs on what she asked, whatever the phase: more-time.db.test.ts',
  'ask-for-file-again': 'by a job, of a file: lib/back-office/scanned-files.db.test.ts',
  'assign-case-to-system': 'before there is an office: office.db.test.ts',
  'make-appeal-receipt': 'by a job, of an appeal: appeals.db.test.ts',
  'map-status-code': 'of a code, not of a case: statuses.db.test.ts',
  'measure-waiting-times': 'of no case: waiting-times.db.test.ts',
  'open-case': 'before there is a case: lib/applications',
  'put-office-case': 'opens a case, or goes on by record-phase: lib/back-office/elsewhere-cases.db.test.ts',
  'release-external-id': 'by a job, of what a system has lost: lib/back-office/comparison.db.test.ts',
  'remind-of-due-days': 'by a job, of what is asked and not answered: reminders.db.test.ts',
  'record-appeal-step': 'hangs on a decision, whatever the phase: appeal-steps.db.test.ts',
  'record-appeal-received': 'hangs on an appeal, whatever the phase: lib/back-office/appeals.db.test.ts',
  'record-comment-received': 'hangs on a comment, whatever the phase: comments.db.test.ts',
  'record-delay-request-received': 'hangs on her request, whatever the phase: delay.db.test.ts',
  'record-supplement-received': 'hangs on a part of an answer, whatever the phase: office.db.test.ts',
  'record-withdrawal-received': 'hangs on a withdrawal, whatever the phase: withdrawal.db.test.ts',
  'save-appeal-draft': 'hangs on a decision that she has opened, whatever the phase: appeals.db.test.ts',
  'send-appeal': 'hangs on a decision that she has opened, whatever the phase: appeals.db.test.ts',
  'withdraw-case': 'needs a signature, and what is prepared (above): withdrawal.db.test.ts',
};

/** Operations that have no row: why, and where they are tried. */
export const operationsElsewhere: Record<string, string> = {
  'put-more-time-answer': 'hangs on what she asked, whatever the phase: lib/cases/more-time.db.test.ts',
  'get-api-info': 'open to all, of no case: lib/back-office/api.db.test.ts',
  'get-answers-schema': 'open to all, of no case: lib/back-office/api.db.test.ts',
  'list-changes': 'of all of a system’s cases: lib/back-office/changes.db.test.ts',
  'list-deliveries': 'of the system’s own, of no case: lib/back-office/api.db.test.ts',
  'get-appeal-receipt': 'reads, whatever the phase: lib/back-office/appeals.db.test.ts',
  'record-appeal-step': 'hangs on a decision, whatever the phase: lib/cases/appeal-steps.db.test.ts',
  'get-delivery': 'reads, whatever the phase: lib/back-office/every-operation.db.test.ts',
  'get-file': 'reads, whatever the phase: lib/back-office/every-operation.db.test.ts',
  'get-message-thread': 'reads a thread, of a case or of none: lib/messages',
  'put-case-message': 'messages are open by the status, not by the phase: lib/messages',
  'put-thread-message': 'messages are open by the status, not by the phase: lib/messages',
  'record-message-reading': 'of a message, whatever the phase: lib/messages',
  'put-care-home': 'of no case: lib/back-office/care-homes.db.test.ts',
  'put-vacancy': 'of no case: lib/care-home-queue/vacancies.db.test.ts',
  'put-offer': 'as long as the case has not ended: lib/care-home-queue/offers.db.test.ts',
  'put-care-plan': 'of no case: lib/care-information/deliver.db.test.ts',
  'put-care-visit': 'of no case: lib/care-information/deliver.db.test.ts',
  'put-care-note': 'of no case: lib/care-information/deliver.db.test.ts',
  'put-bundle': 'of many cases: lib/back-office/bundle.db.test.ts',
  'put-case-state':
    'all of a case at once, by the commands that have rows: lib/back-office/bundle.db.test.ts',
  'put-case': 'opens a case, or goes on by record-phase: lib/back-office/elsewhere-cases.db.test.ts',
};
