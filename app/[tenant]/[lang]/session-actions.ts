'use server';

import { redirect } from 'next/navigation';
import type { SessionTime } from '@/components/layout/session-warning';
import { endSession } from '@/lib/identity/commands/end-session';
import { touchSession } from '@/lib/identity/commands/touch-session';
import { secondsLeft } from '@/lib/identity/domain/session-limits';
import { clearSessionCookie, peekSession } from '@/lib/identity/session';
import { now } from '@/lib/platform/clock';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';

/** The row ends first: from then on the cookie opens nothing, wherever it has been copied. */
export async function logOut(): Promise<void> {
  const session = await peekSession();
  if (session) await endSession(session.actor, session.actor.sessionId);
  await clearSessionCookie();
  redirect(href((await requestFacts()).lang, '/log-in?out=1'));
}

/** Moves the idle limit; null when the session has ended already. */
export async function stayLoggedIn(): Promise<SessionTime | null> {
  const session = await peekSession();
  if (!session) return null;
  const at = now();
  const idleExpiresAt = await touchSession(session.actor, session, at);
  return idleExpiresAt && secondsLeft({ ...session, idleExpiresAt }, at);
}
