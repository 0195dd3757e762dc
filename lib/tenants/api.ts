import 'server-only';

// What other modules may call.
export { findRuleInTx, getRuleInTx } from './queries/get-rule-in-tx';
