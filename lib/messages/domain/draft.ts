import { cleanLine, cleanText } from '@/lib/kernel/plain-text';

/** The most files one message may have, and the longest text and subject. */
export const MAX_FILES = 10;
export const MAX_TEXT = 10_000;
export const MAX_SUBJECT = 100;

export interface Written {
  /** "" where there is none */
  subject: string;
  text: string;
}

/** As it is kept and sent. A draft is kept as typed, and cleaned when it is sent. */
export const cleaned = ({ subject, text }: Written): Written => ({
  subject: cleanLine(subject),
  text: cleanText(text),
});

const same = (a: Written, b: Written): boolean => a.subject === b.subject && a.text === b.text;

/**
 * Whether another window or device has written something else since the page with `posted` was loaded: another draft, or
 * a later version of this one. The same words are no conflict.
 */
export const isChangedElsewhere = (
  kept: Written & { id: string; version: number },
  posted: Written & { messageId: string; version: number },
): boolean =>
  (kept.id !== posted.messageId || kept.version !== posted.version) &&
  !same(kept, posted) &&
  !same(kept, { subject: '', text: '' });

/** Whether a posting says what was sent already: then it is the same message, and not another. */
export const isSameMessage = (sent: Written, posted: Written): boolean => same(sent, cleaned(posted));
