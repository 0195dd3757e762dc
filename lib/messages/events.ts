interface OfMessage {
  messageId: string;
  threadId: string;
  personId: string;
  /** where the thread is about one */
  caseId?: string;
}

/** What messages tell of. Ids only. */
export interface MessagesEvents {
  'messages.sent': OfMessage;
  'messages.arrived': OfMessage;
  'messages.received-by-office': OfMessage;
  'messages.read-by-office': OfMessage;
  'messages.routed': OfMessage;
  'messages.undelivered': OfMessage;
  'messages.file-infected': OfMessage;
  /** no news to her own pages: she did it, on one of them */
  'messages.read': { threadId: string; readerId: string };
}
