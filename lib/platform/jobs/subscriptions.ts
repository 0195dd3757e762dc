/**
 * Who listens to what: event type → tasks. Pure data, so that a module can tell of an event without knowing its
 * listeners. The tasks' handlers stand in handlers.ts.
 */
export const subscriptions = {
  'catalogue.version-published': [],
  'identity.contact-change-asked': ['send-contact-code'],
  'identity.contact-way-replaced': ['tell-former-address'],
  'feedback.accessibility-reported': ['forward-report'],
  'applications.signature-asked': ['make-notice'],
  'applications.signature-reminded': ['make-notice'],
  'applications.signature-declined': ['make-notice'],
  'applications.signatures-expired': ['make-notice'],
  'applications.draft-expiring': ['make-notice'],
  'applications.submitted': ['make-receipt', 'plan-delivery', 'make-notice', 'ask-for-infected-files'],
  'files.clean': ['plan-file-delivery'],
  'files.infected': ['handle-infected-file', 'plan-file-delivery'],
  'applications.file-infected': ['make-notice'],
  'cases.file-infected': ['make-notice'],
  'cases.arrived': ['make-notice'],
  'cases.received-by-office': [],
  'cases.officer-changed': [],
  'cases.phase-changed': ['make-notice'],
  'cases.supplement-asked': ['make-notice'],
  'cases.supplement-answered': ['plan-delivery'],
  'cases.supplement-received': [],
  'cases.supplement-withdrawn': [],
  'cases.decision-arrived': ['make-notice'],
  'cases.decision-opened': [],
  'cases.delay-told': ['make-notice'],
  'cases.delay-requested': ['plan-delivery'],
  'cases.appeal-sent': ['make-appeal-receipt', 'plan-delivery'],
  'cases.appeal-received': [],
  'cases.withdrawal-sent': ['plan-delivery'],
} as const satisfies Record<string, readonly string[]>;

export type EventType = keyof typeof subscriptions;
