'use server';

import { redirect } from 'next/navigation';
import { broker } from '@/lib/identity/broker/broker';
import { startOpenIdLogIn } from '@/lib/identity/broker/openid-log-in';
import { cancelBankIdOrder } from '@/lib/identity/commands/cancel-bank-id-order';
import { startBankIdOrder } from '@/lib/identity/commands/start-bank-id-order';
import type { LogInProblem } from '@/lib/identity/domain/log-in-problem';
import { returnPath } from '@/lib/identity/domain/return-path';
import { browserToken, currentActor, newOrderBrowser, setBrokerCookies } from '@/lib/identity/session';
import { env } from '@/lib/platform/env';
import { isAppError } from '@/lib/platform/errors';
import { href, type Language, texts } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { getTenant } from '@/lib/tenants/queries/get-tenant';

const backWith = (lang: Language, problem: LogInProblem, next: string): string =>
  href(lang, `/log-in?problem=${problem}&next=${encodeURIComponent(next)}`);

/** Only a posted form starts an order: a link that did could make anybody's phone ask to log somebody else in. */
export async function startBankIdLogIn(form: FormData): Promise<void> {
  const { lang, tenantId } = await requestFacts();
  const next = returnPath(String(form.get('next') ?? ''));
  const tenant = await getTenant(tenantId);
  let orderId: string;
  try {
    ({ orderId } = await startBankIdOrder(await currentActor(), {
      kind: 'auth',
      flow: form.get('flow') === 'same-device' ? 'same-device' : 'qr',
      returnTo: href(lang, next),
      visibleText: texts(lang)('identity:bankid.log-in-text', { name: tenant.name }),
      ...(await newOrderBrowser()),
    }));
  } catch (error) {
    if (isAppError(error, 'Conflict')) redirect(backWith(lang, 'bankid-in-progress', next));
    if (isAppError(error, 'NotNow')) redirect(backWith(lang, 'too-many', next));
    if (isAppError(error, 'UpstreamDown')) redirect(backWith(lang, 'bankid-down', next));
    throw error;
  }
  redirect(href(lang, `/log-in/bankid/${orderId}`));
}

export async function cancelBankIdLogIn(form: FormData): Promise<void> {
  const { lang } = await requestFacts();
  const next = returnPath(String(form.get('next') ?? ''));
  try {
    await cancelBankIdOrder(await currentActor(), {
      orderId: String(form.get('order') ?? ''),
      browserToken: await browserToken(),
    });
  } catch (error) {
    // Not this browser's, or gone: there is nothing left to cancel.
    if (!isAppError(error, 'NotFound')) throw error;
  }
  redirect(href(lang, `/log-in?next=${encodeURIComponent(next)}`));
}

export async function startBroker(form: FormData): Promise<void> {
  const { lang, host } = await requestFacts();
  const next = returnPath(String(form.get('next') ?? ''));
  const provider = broker();
  if (!provider) redirect(backWith(lang, 'broker-failed', next));
  const started = await startOpenIdLogIn(
    provider,
    { cookies: {}, origin: { scheme: env().PUBLIC_SCHEME, host } },
    lang,
  );
  if (!started) redirect(backWith(lang, 'broker-failed', next));
  await setBrokerCookies(started.cookies, href(lang, next));
  redirect(started.location);
}
