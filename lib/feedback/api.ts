import 'server-only';

/** What other modules may call. */
export { markReportForwardedInTx } from './commands/mark-report-forwarded-in-tx';
export { findWaitingReportInTx, type WaitingReport } from './queries/waiting-report';
