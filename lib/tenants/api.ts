import 'server-only';

// What other modules may call.
export { findRuleInTx, getRuleInTx } from './queries/get-rule-in-tx';
export { getTenant } from './queries/get-tenant';
export { listTenants, type TenantView } from './queries/list-tenants';
