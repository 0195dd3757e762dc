/**
 * How long a log-in lasts. Public practice in Sweden lies between 20 minutes and an hour of idleness; the reasons for
 * these numbers are in docs/decisions/0050-sessions-as-rows.md. The warning must come at least 20 seconds before (WCAG 2.2.1); ours comes
 * with time to find one's glasses.
 */
const MINUTE = 60_000;
export const IDLE_LIMIT = 30 * MINUTE;
export const ABSOLUTE_LIMIT = 4 * 60 * MINUTE;
export const WARN_BEFORE = 3 * MINUTE;
/** A page view moves the idle limit at most this often, so that most page views only read. */
export const TOUCH_EVERY = MINUTE;
/** Contact ways are changed by someone who logged in this recently: a forgotten open tab is not enough. */
export const RECENT_LOG_IN = 10 * MINUTE;

export interface SessionTimes {
  createdAt: Date;
  lastSeenAt: Date;
  idleExpiresAt: Date;
  absoluteExpiresAt: Date;
  endedAt: Date | null;
}

/** The times of a session that begins now. */
export const newSessionTimes = (now: Date): Omit<SessionTimes, 'endedAt'> => ({
  createdAt: now,
  lastSeenAt: now,
  idleExpiresAt: after(now, Math.min(IDLE_LIMIT, ABSOLUTE_LIMIT)),
  absoluteExpiresAt: after(now, ABSOLUTE_LIMIT),
});

/** What a sign of life changes; never past the absolute limit. */
export const touched = (
  session: SessionTimes,
  now: Date,
): Pick<SessionTimes, 'lastSeenAt' | 'idleExpiresAt'> => ({
  lastSeenAt: now,
  idleExpiresAt: new Date(Math.min(now.getTime() + IDLE_LIMIT, session.absoluteExpiresAt.getTime())),
});

export const isInForce = (session: SessionTimes, now: Date): boolean =>
  session.endedAt === null && session.idleExpiresAt > now && session.absoluteExpiresAt > now;

export const isTouchDue = (session: SessionTimes, now: Date): boolean =>
  now.getTime() - session.lastSeenAt.getTime() >= TOUCH_EVERY;

export const isRecentLogIn = (session: Pick<SessionTimes, 'createdAt'>, now: Date): boolean =>
  now.getTime() - session.createdAt.getTime() < RECENT_LOG_IN;

const after = (instant: Date, ms: number) => new Date(instant.getTime() + ms);

/** What the warning counts from: seconds, since the device's clock may be wrong. */
export const secondsLeft = (
  session: Pick<SessionTimes, 'idleExpiresAt' | 'absoluteExpiresAt'>,
  now: Date,
): { idleSeconds: number; absoluteSeconds: number } => ({
  idleSeconds: seconds(session.idleExpiresAt, now),
  absoluteSeconds: seconds(session.absoluteExpiresAt, now),
});

const seconds = (until: Date, now: Date) => Math.max(0, Math.floor((until.getTime() - now.getTime()) / 1000));
