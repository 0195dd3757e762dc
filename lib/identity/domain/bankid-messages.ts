/**
 * BankID's recommended user messages ("RFA") for what an order or an error says. BankID adds hint codes at any
 * time without a new version, so both kinds have an answer for a code that nobody here has heard of.
 */

export type BankIdMessage =
  | `bankid:rfa${1 | 3 | 4 | 5 | 6 | 8 | 9 | 13 | 16 | 21 | 22 | 23 | 24 | 25 | 26 | 27 | 28 | 29 | 30}`
  | `bankid:rfa15${'a' | 'b'}`
  | `bankid:rfa17${'a' | 'b'}`;

export interface BankIdFlow {
  /** how the user was asked to open the app: a code to scan, or a link on the same device */
  start: 'qr' | 'autostart';
  /** what kind of device the app is looked for on */
  device: 'desktop' | 'mobile';
}

/** What to tell the user while the order waits. */
export function pendingMessage(hintCode: string | undefined, flow: BankIdFlow): BankIdMessage {
  switch (hintCode) {
    case 'outstandingTransaction':
      return flow.start === 'autostart' ? 'bankid:rfa13' : 'bankid:rfa1';
    case 'noClient':
      return 'bankid:rfa1';
    case 'started':
      return flow.device === 'desktop' ? 'bankid:rfa15a' : 'bankid:rfa15b';
    case 'userSign':
      return 'bankid:rfa9';
    case 'userMrtd':
      return 'bankid:rfa23';
    case 'userFace':
      return 'bankid:rfa24';
    case 'userStepUp':
      return 'bankid:rfa25';
    // processing, userCallConfirm, and whatever BankID adds next: the order goes on
    default:
      return 'bankid:rfa21';
  }
}

/** What to tell the user when the order has failed. */
export function failedMessage(hintCode: string | undefined, flow: BankIdFlow): BankIdMessage {
  switch (hintCode) {
    case 'expiredTransaction':
      return 'bankid:rfa8';
    case 'certificateErr':
      return 'bankid:rfa16';
    case 'userCancel':
      return 'bankid:rfa6';
    case 'cancelled':
      return 'bankid:rfa3';
    case 'startFailed':
      return flow.start === 'autostart' ? 'bankid:rfa17a' : 'bankid:rfa17b';
    case 'mrtdVerificationFailed':
      return 'bankid:rfa26';
    case 'facialRecognitionFailed':
      return 'bankid:rfa27';
    case 'nfcNotSupportedByDevice':
      return 'bankid:rfa28';
    case 'multipleBankIdsOnDevice':
      return 'bankid:rfa29';
    case 'stepUpFailed':
      return 'bankid:rfa30';
    // userDeclinedCall, notSupportedByUserApp, transactionRiskBlocked and unheard-of codes
    default:
      return 'bankid:rfa22';
  }
}

export interface BankIdErrorAdvice {
  message: BankIdMessage;
  /** whether the fault is in our request or certificate: log it and raise an alarm */
  isOurFault: boolean;
  /** whether one more try without asking the user is allowed */
  mayRetry: boolean;
}

/** What to do about an error code from BankID. Its `details` are for the log only, never for the user. */
export function errorAdvice(errorCode: string): BankIdErrorAdvice {
  switch (errorCode) {
    case 'alreadyInProgress':
      return { message: 'bankid:rfa4', isOurFault: false, mayRetry: false };
    case 'requestTimeout':
    case 'internalError':
      return { message: 'bankid:rfa5', isOurFault: false, mayRetry: false };
    case 'maintenance':
      return { message: 'bankid:rfa5', isOurFault: false, mayRetry: true };
    // invalidParameters, unauthorized, notFound, methodNotAllowed, unsupportedMediaType, tooManyRequests
    default:
      return { message: 'bankid:rfa22', isOurFault: true, mayRetry: false };
  }
}
