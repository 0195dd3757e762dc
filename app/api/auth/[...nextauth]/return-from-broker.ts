import 'server-only';
import { redirect } from 'next/navigation';
import { broker } from '@/lib/identity/broker/broker';
import { finishOpenIdLogIn } from '@/lib/identity/broker/openid-log-in';
import { logInByBroker } from '@/lib/identity/commands/log-in-by-broker';
import type { LogInProblem } from '@/lib/identity/domain/log-in-problem';
import { languageOfPath, returnPath, withoutLanguage } from '@/lib/identity/domain/return-path';
import { currentActor, sessionToken, setSessionCookie, takeBrokerCookies } from '@/lib/identity/session';
import { env } from '@/lib/platform/env';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { problem } from '@/lib/platform/route';

const problems = {
  'low-level': 'broker-low-level',
  'no-number': 'broker-no-number',
  'not-fresh': 'broker-failed',
  'not-understood': 'broker-failed',
  aborted: 'broker-aborted',
  failed: 'broker-failed',
} as const satisfies Record<string, LogInProblem>;

/** A resident comes back from the e-ID broker. */
export async function returnFromBroker(query: Record<string, string>): Promise<Response> {
  const provider = broker();
  if (!provider) return problem(404, 'Not found');
  const { host, userAgent } = await requestFacts();
  const { all, returnTo } = await takeBrokerCookies();
  const lang = languageOfPath(returnTo ?? '/');
  const next = returnPath(withoutLanguage(returnTo ?? '/'));
  const back = (code: keyof typeof problems): never =>
    redirect(href(lang, `/log-in?problem=${problems[code]}&next=${encodeURIComponent(next)}`));

  const answer = await finishOpenIdLogIn(
    provider,
    { cookies: all, origin: { scheme: env().PUBLIC_SCHEME, host } },
    query,
  );
  if (!answer.ok) return back(answer.reason);
  const done = await logInByBroker(await currentActor(), {
    claims: answer.claims,
    userAgent,
    previousSessionToken: await sessionToken(),
    language: lang,
  });
  if (!done.ok) return back(done.reason);
  await setSessionCookie(done.value.sessionToken);
  redirect(href(lang, next));
}
