import 'server-only';

// What other modules may call.
export { ownAddress } from './own-address';
export { findRuleInTx, getRuleInTx } from './queries/get-rule-in-tx';
export { getTenant } from './queries/get-tenant';
export { listTenants, type TenantView } from './queries/list-tenants';
