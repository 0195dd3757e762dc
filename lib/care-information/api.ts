import 'server-only';

// What other modules may call. See README.md for who calls what.
export { putCareNote } from './commands/put-care-note';
export { putCarePlan } from './commands/put-care-plan';
export { putCareVisit } from './commands/put-care-visit';
export { type CareOfYear, getCareOfYear } from './queries/get-care-of-year';
export { isCarePlanShownInTx } from './queries/is-care-plan-shown';
export { listCareYears } from './queries/list-care-years';
export { listMonthsOfYear } from './queries/list-months-of-year';
