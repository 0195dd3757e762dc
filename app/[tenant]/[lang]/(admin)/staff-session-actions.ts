'use server';

import { redirect } from 'next/navigation';
import type { SessionTime } from '@/components/layout/session-warning';
import { startOpenIdLogIn } from '@/lib/identity/broker/openid-log-in';
import { staffProvider } from '@/lib/identity/broker/staff-provider';
import { endStaffSession } from '@/lib/identity/commands/end-staff-session';
import { touchStaffSession } from '@/lib/identity/commands/touch-staff-session';
import { secondsLeft } from '@/lib/identity/domain/session-limits';
import { staffPath } from '@/lib/identity/domain/staff-path';
import { setBrokerCookies } from '@/lib/identity/session';
import { clearStaffCookie, peekStaffSession } from '@/lib/identity/staff-session';
import { now } from '@/lib/platform/clock';
import { env } from '@/lib/platform/env';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { getTenant } from '@/lib/tenants/queries/get-tenant';

export async function startStaffLogIn(form: FormData): Promise<void> {
  const { lang, host, tenantId } = await requestFacts();
  const next = staffPath(String(form.get('next') ?? ''));
  const provider = staffProvider(await getTenant(tenantId));
  const origin = { scheme: env().PUBLIC_SCHEME, host };
  const started = provider && (await startOpenIdLogIn(provider, { cookies: {}, origin }, lang));
  if (!started) redirect(href(lang, `/admin/log-in?problem=failed&next=${encodeURIComponent(next)}`));
  await setBrokerCookies(started.cookies, href(lang, next));
  redirect(started.location);
}

/** The row ends first: from then on the cookie opens nothing, wherever it has been copied. */
export async function logOutStaff(): Promise<void> {
  const session = await peekStaffSession();
  if (session) await endStaffSession(session.actor);
  await clearStaffCookie();
  redirect(href((await requestFacts()).lang, '/admin/log-in'));
}

/** Moves the idle limit; null when the session has ended already. */
export async function stayLoggedInStaff(): Promise<SessionTime | null> {
  const session = await peekStaffSession();
  if (!session) return null;
  const at = now();
  const idleExpiresAt = await touchStaffSession(session.actor, session, at);
  return idleExpiresAt && secondsLeft({ ...session, idleExpiresAt }, at);
}
