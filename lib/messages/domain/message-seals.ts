import type { Officer } from '@/lib/cases/domain/office-messages';

/** To whom she wrote: the officer and the unit that had the case then, or the board that has the service. */
export interface Addressee {
  name?: string;
  unit?: string;
}

/** What is sealed in a message of hers. The subject is the draft's; once sent it is the thread's. */
export interface OwnContent {
  subject?: string;
  text: string;
  to?: Addressee;
}

/** What is sealed in an office's: who wrote it, where the office says so. */
export interface OfficeContent {
  text: string;
  officer?: Officer;
}

export const messageContext = (tenantId: string, id: string) => `message.content:${tenantId}:${id}`;
export const readerContext = (tenantId: string, id: string) => `message.reader:${tenantId}:${id}`;
export const subjectContext = (tenantId: string, threadId: string) =>
  `message-thread.subject:${tenantId}:${threadId}`;
