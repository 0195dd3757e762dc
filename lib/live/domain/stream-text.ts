// What is written to a page that listens: server-sent events, read by components/live. An event's id is the moment up to
// which the page has been told everything; the browser, or the page, gives it back when it comes again.

/** `what` is the event's id, or "again" where there may be news that nobody heard of. */
export const newsText = (what: string, now: number): string => `event: news\nid: ${now}\ndata: ${what}\n\n`;

/** A sign of life, so that nobody on the way takes the line for dead. */
export const beatText = (now: number): string => `event: beat\nid: ${now}\ndata: beat\n\n`;

/** After how long the browser comes back if the line breaks. */
export const retryText = (milliseconds: number): string => `retry: ${milliseconds}\n\n`;

/** The browser must not come back by itself. */
export const endText = 'event: end\ndata: end\n\n';

/** Of what happened longer ago nothing is asked: the page looks again. */
const LONGEST_GAP_MS = 120_000;
/** A transaction takes at most fifteen seconds (lib/platform/db.ts), and clocks differ: what it tells of bears its beginning. */
const MARGIN_MS = 20_000;

/**
 * From when on a page that comes (back) may have missed something, from what it says itself. Null when it says nothing
 * sensible, or has been away for long: then it looks again, whatever has happened.
 */
export function missedSince(mark: string | null, now: Date): Date | null {
  if (mark === null || !/^\d{1,15}$/.test(mark)) return null;
  const at = Number(mark);
  const isFromFuture = at > now.getTime() + MARGIN_MS;
  return isFromFuture || at < now.getTime() - LONGEST_GAP_MS ? null : new Date(at - MARGIN_MS);
}
