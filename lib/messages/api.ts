import 'server-only';

// What other modules may call. See README.md for who calls what.
export { findOwnerInTx as findOwnerOfMessageInTx } from './access';
export {
  assignThreadToSystemInTx,
  noteMessageRoutedInTx,
  noteMessageUndeliveredInTx,
  recordMessageReceivedInTx,
} from './commands/message-delivery-in-tx';
export { recordMessageReading } from './commands/record-message-reading';
export { recordOfficeMessage, recordOfficeMessageInTx } from './commands/record-office-message';
export { officeMessage, readingMessage } from './domain/office-message';
export { findMessageFileInTx } from './queries/find-my-message-file';
export { findSystemOfThreadInTx } from './queries/find-system-of-thread';
export { getMessageForSystemInTx, type MessageForSystem } from './queries/get-message-for-system';
export { getThread } from './queries/get-thread';
export { listCaseThreads } from './queries/list-case-threads';
export {
  findMessageOfFileInTx,
  isMessageUndeliveredInTx,
  isMessageUnreadInTx,
} from './queries/message-facts-in-tx';
export {
  findMessageRouteInTx,
  listUndeliveredMessagesInTx,
  type MessageRoute,
} from './queries/message-route-in-tx';
