import 'server-only';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { AdminActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { env } from '@/lib/platform/env';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { touchStaffSession } from './commands/touch-staff-session';
import { isTouchDue } from './domain/session-limits';
import { findStaffSession, type StaffSessionInForce } from './queries/find-staff-session';

/**
 * The adapter between a request's cookies and which administrator is asking: apart from residents' (session.ts) in
 * cookie and row, so that an officer who is also a resident is never both in one request.
 */
const cookieName = () => (env().PUBLIC_SCHEME === 'https' ? '__Host-mina-sidor-staff' : 'mina-sidor-staff');

const attributes = () =>
  ({ httpOnly: true, secure: env().PUBLIC_SCHEME === 'https', sameSite: 'lax', path: '/' }) as const;

/** The staff session in force, seen once per request; a page view keeps it alive. */
export const currentStaffSession = cache(async (): Promise<StaffSessionInForce | null> => {
  const session = await peekStaffSession();
  if (!session) return null;
  const at = now();
  if (!isTouchDue(session, at)) return session;
  const idleExpiresAt = await touchStaffSession(session.actor, session, at);
  return idleExpiresAt && { ...session, idleExpiresAt };
});

/** As currentStaffSession, without keeping it alive. */
export async function peekStaffSession(): Promise<StaffSessionInForce | null> {
  const token = await staffToken();
  return token ? findStaffSession((await requestFacts()).tenantId, token, now()) : null;
}

/** The logged-in administrator; anybody else is sent to log in, and comes back to where they were. */
export async function requireAdmin(): Promise<AdminActor> {
  const session = await currentStaffSession();
  if (session) return session.actor;
  const { lang, path } = await requestFacts();
  const ended = (await staffToken()) !== undefined;
  redirect(href(lang, `/admin/log-in?next=${encodeURIComponent(path)}${ended ? '&problem=ended' : ''}`));
}

export const staffToken = async (): Promise<string | undefined> => (await cookies()).get(cookieName())?.value;

/** In a server action or a route handler only, as all that sets a cookie. */
export async function setStaffCookie(token: string): Promise<void> {
  (await cookies()).set(cookieName(), token, attributes());
}

export async function clearStaffCookie(): Promise<void> {
  (await cookies()).set(cookieName(), '', { ...attributes(), maxAge: 0 });
}
