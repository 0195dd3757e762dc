/** Why a log-in came to nothing, as the log-in page explains it. Stands in the address: codes only. */
export const logInProblems = [
  'bankid-down', // BankID doesn't answer, or took us for somebody else
  'bankid-in-progress', // the person had another order; BankID ended that too
  'too-many',
  'order-over', // not found in this browser, used, or too old
  'other-browser', // the app opened another browser than the one that started
  'broker-aborted',
  'broker-failed',
  'broker-low-level',
  'broker-no-number',
] as const;
export type LogInProblem = (typeof logInProblems)[number];

export const isLogInProblem = (text: unknown): text is LogInProblem =>
  logInProblems.includes(text as LogInProblem);
