import 'server-only';
import { redirect } from 'next/navigation';
import { finishOpenIdLogIn } from '@/lib/identity/broker/openid-log-in';
import { staffProvider } from '@/lib/identity/broker/staff-provider';
import { logInStaff } from '@/lib/identity/commands/log-in-staff';
import { languageOfPath, withoutLanguage } from '@/lib/identity/domain/return-path';
import { type StaffLogInProblem, staffPath } from '@/lib/identity/domain/staff-path';
import { takeBrokerCookies } from '@/lib/identity/session';
import { setStaffCookie, staffToken } from '@/lib/identity/staff-session';
import { env } from '@/lib/platform/env';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { problem } from '@/lib/platform/route';
import { getTenant } from '@/lib/tenants/queries/get-tenant';

/** A member of staff comes back from the municipality's own identity provider. */
export async function returnFromStaffProvider(query: Record<string, string>): Promise<Response> {
  const { host, userAgent, tenantId } = await requestFacts();
  const provider = staffProvider(await getTenant(tenantId));
  if (!provider) return problem(404, 'Not found');
  const { all, returnTo } = await takeBrokerCookies();
  const lang = languageOfPath(returnTo ?? '/');
  const next = staffPath(withoutLanguage(returnTo ?? '/'));
  const back = (code: StaffLogInProblem): never =>
    redirect(href(lang, `/admin/log-in?problem=${code}&next=${encodeURIComponent(next)}`));

  const answer = await finishOpenIdLogIn(
    provider,
    { cookies: all, origin: { scheme: env().PUBLIC_SCHEME, host } },
    query,
  );
  if (!answer.ok) return back(answer.reason);
  const done = await logInStaff(
    { kind: 'nobody', tenantId },
    { claims: answer.claims, userAgent, previousToken: await staffToken() },
  );
  if (!done.ok) return back(done.reason === 'no-role' ? 'no-role' : 'failed');
  await setStaffCookie(done.value.token);
  redirect(href(lang, next));
}
