import * as z from 'zod';

const ofMessage = {
  messageId: z.uuid(),
  threadId: z.uuid(),
  personId: z.uuid(),
  /** where the thread is about one */
  caseId: z.uuid().optional(),
};

/** What messages tell of. Ids only. */
export const messagesEvents = {
  'messages.sent': z.strictObject(ofMessage),
  'messages.arrived': z.strictObject(ofMessage),
  'messages.received-by-office': z.strictObject(ofMessage),
  'messages.read-by-office': z.strictObject(ofMessage),
  'messages.routed': z.strictObject(ofMessage),
  'messages.undelivered': z.strictObject(ofMessage),
  'messages.file-infected': z.strictObject(ofMessage),
  // No news to her own pages: she did it, on one of them.
  'messages.read': z.strictObject({ threadId: z.uuid(), readerId: z.uuid() }),
};
