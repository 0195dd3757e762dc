import type { TenantProfile } from '@/lib/tenants/domain/tenant-profile';

/** How long a log-in lasts is each municipality's to decide: docs/decisions/0050-sessions-as-rows.md. */
export type SessionLimits = Pick<TenantProfile['sessions'], 'idleMinutes' | 'absoluteHours'>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
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
export const newSessionTimes = (now: Date, limits: SessionLimits): Omit<SessionTimes, 'endedAt'> => {
  const absoluteExpiresAt = after(now, limits.absoluteHours * HOUR);
  return {
    createdAt: now,
    lastSeenAt: now,
    idleExpiresAt: earlier(after(now, limits.idleMinutes * MINUTE), absoluteExpiresAt),
    absoluteExpiresAt,
  };
};

/** What a sign of life changes; never past the absolute limit the session began with. */
export const touched = (
  session: SessionTimes,
  now: Date,
  { idleMinutes }: SessionLimits,
): Pick<SessionTimes, 'lastSeenAt' | 'idleExpiresAt'> => ({
  lastSeenAt: now,
  idleExpiresAt: earlier(after(now, idleMinutes * MINUTE), session.absoluteExpiresAt),
});

export const isInForce = (session: SessionTimes, now: Date): boolean =>
  session.endedAt === null && session.idleExpiresAt > now && session.absoluteExpiresAt > now;

export const isTouchDue = (session: SessionTimes, now: Date): boolean =>
  now.getTime() - session.lastSeenAt.getTime() >= TOUCH_EVERY;

export const isRecentLogIn = (session: Pick<SessionTimes, 'createdAt'>, now: Date): boolean =>
  now.getTime() - session.createdAt.getTime() < RECENT_LOG_IN;

const after = (instant: Date, ms: number) => new Date(instant.getTime() + ms);
const earlier = (a: Date, b: Date) => (a < b ? a : b);

/** What the warning counts from: seconds, since the device's clock may be wrong. */
export const secondsLeft = (
  session: Pick<SessionTimes, 'idleExpiresAt' | 'absoluteExpiresAt'>,
  now: Date,
): { idleSeconds: number; absoluteSeconds: number } => ({
  idleSeconds: seconds(session.idleExpiresAt, now),
  absoluteSeconds: seconds(session.absoluteExpiresAt, now),
});

const seconds = (until: Date, now: Date) => Math.max(0, Math.floor((until.getTime() - now.getTime()) / 1000));
