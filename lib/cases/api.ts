import 'server-only';

// What other modules may call.
export { type NewCase, openCaseInTx } from './commands/open-case';
