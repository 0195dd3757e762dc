/** Where a feed is read; some calendars take only what ends as a calendar file does. */
export const feedPath = (token: string): string => `/api/calendar/${token}.ics`;

/** The token in a feed's file name, or null for what can't be one (256 bits as base64url). */
export const tokenIn = (file: string): string | null => /^([A-Za-z0-9_-]{43})\.ics$/.exec(file)?.[1] ?? null;

const DAY = 86_400_000;
/** So long what is cancelled stands in a feed, struck out: a calendar that looks seldom gets it too. */
const CANCELLED_DAYS = 30;
/** So long what has been stands in it: a calendar is also where one looks up when it was. */
const PAST_DAYS = 365;

/** What a feed shows at a moment, by when a booking was and when it ended. */
export const shownSince = (now: Date): { endsAt: Date; endedAt: Date } => ({
  endsAt: new Date(now.getTime() - PAST_DAYS * DAY),
  endedAt: new Date(now.getTime() - CANCELLED_DAYS * DAY),
});
