import 'server-only';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { NobodyActor, ResidentActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { newToken } from '@/lib/platform/crypto';
import { env } from '@/lib/platform/env';
import { href } from '@/lib/platform/i18n';
import { isLook, requestFacts } from '@/lib/platform/request';
import { isCheckCookie } from './broker/openid-log-in';
import type { StartingBrowser } from './commands/start-bank-id-order';
import { touchSession } from './commands/touch-session';
import { isTouchDue } from './domain/session-limits';
import { findSession, type SessionInForce } from './queries/find-session';

/**
 * The adapter between a request's cookies and who is asking. The cookie is only a handle: the row decides, each time.
 * `__Host-` binds a cookie to this very host over https; plain http exists in demo and tests alone.
 */
const prefixed = (name: string) => (env().PUBLIC_SCHEME === 'https' ? `__Host-${name}` : name);
const sessionCookie = () => prefixed('mina-sidor-session');
/** Ties an order of BankID to the browser that started it; not a log-in. */
const browserCookie = () => prefixed('mina-sidor-browser');
/** Lives on between log-ins, for BankID's risk assessment only; never a log-in. */
const deviceCookie = () => prefixed('mina-sidor-device');

/** Where to go on after the broker; a path of our own. */
const returnCookie = () => prefixed('mina-sidor-return');

const attributes = () =>
  ({ httpOnly: true, secure: env().PUBLIC_SCHEME === 'https', sameSite: 'lax', path: '/' }) as const;

const DAY = 86_400;

/** The session in force, seen once per request; a page view keeps it alive, a page that brings itself up to date doesn't. */
export const currentSession = cache(async (): Promise<SessionInForce | null> => {
  const session = await peekSession();
  if (!session) return null;
  const at = now();
  if (!isTouchDue(session, at) || (await isLook())) return session;
  const idleExpiresAt = await touchSession(session.actor, session, at);
  return idleExpiresAt && { ...session, idleExpiresAt };
});

/** As currentSession, without keeping it alive: for whoever asks how long is left. */
export async function peekSession(): Promise<SessionInForce | null> {
  const token = await sessionToken();
  return token ? findSession((await requestFacts()).tenantId, token, now()) : null;
}

/** The logged-in resident, or nobody. */
export async function currentActor(): Promise<ResidentActor | NobodyActor> {
  const session = await currentSession();
  return session?.actor ?? { kind: 'nobody', tenantId: (await requestFacts()).tenantId };
}

/** The logged-in resident; anybody else is sent to log in, and comes back to where they were. */
export async function requireResident(): Promise<ResidentActor> {
  const session = await currentSession();
  if (session) return session.actor;
  const { lang, path } = await requestFacts();
  const ended = (await sessionToken()) !== undefined;
  redirect(href(lang, `/log-in?next=${encodeURIComponent(path)}${ended ? '&ended=1' : ''}`));
}

export const sessionToken = async (): Promise<string | undefined> =>
  (await cookies()).get(sessionCookie())?.value;

/** In a server action or a route handler only, as all that sets a cookie. */
export async function setSessionCookie(token: string): Promise<void> {
  (await cookies()).set(sessionCookie(), token, attributes());
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookie(), '', { ...attributes(), maxAge: 0 });
}

/** The token of the browser that started an order, or "" (which no order has). */
export const browserToken = async (): Promise<string> => (await cookies()).get(browserCookie())?.value ?? '';

/**
 * What a new order of BankID is told and bound to. The browser gets a new token at each start: an order can't be bound
 * to a cookie that somebody planted beforehand.
 */
export async function newOrderBrowser(): Promise<StartingBrowser> {
  const jar = await cookies();
  const { ip, userAgent, host } = await requestFacts();
  const previousBrowserToken = jar.get(browserCookie())?.value ?? '';
  const token = newToken();
  jar.set(browserCookie(), token, { ...attributes(), maxAge: 3600 });
  const deviceToken = jar.get(deviceCookie())?.value ?? newToken();
  // 400 days is the most that browsers keep a cookie.
  jar.set(deviceCookie(), deviceToken, { ...attributes(), maxAge: 399 * DAY });
  return {
    browserToken: token,
    previousBrowserToken,
    deviceToken,
    ip,
    userAgent,
    host,
    scheme: env().PUBLIC_SCHEME,
  };
}

/** Cookies that a log-in at the broker needs until it is back: what ties its answer to this browser, and where to go on. */
export async function setBrokerCookies(checks: Record<string, string>, returnTo: string): Promise<void> {
  const jar = await cookies();
  const brief = { ...attributes(), maxAge: 900 };
  for (const [name, value] of Object.entries(checks)) jar.set(name, value, brief);
  jar.set(returnCookie(), returnTo, brief);
}

/** Those cookies again, taken away: an answer of the broker is used once. */
export async function takeBrokerCookies(): Promise<{ all: Record<string, string>; returnTo: string | null }> {
  const jar = await cookies();
  const all = Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value]));
  const returnTo = all[returnCookie()] ?? null;
  for (const name of Object.keys(all)) {
    if (isCheckCookie(name) || name === returnCookie()) jar.set(name, '', { ...attributes(), maxAge: 0 });
  }
  return { all, returnTo };
}
