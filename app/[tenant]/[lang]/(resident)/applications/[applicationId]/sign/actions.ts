'use server';

import { redirect } from 'next/navigation';
import { getDocumentToSign } from '@/lib/applications/queries/get-document-to-sign';
import { cancelBankIdOrder } from '@/lib/identity/commands/cancel-bank-id-order';
import { startBankIdOrder } from '@/lib/identity/commands/start-bank-id-order';
import { findSignOrder } from '@/lib/identity/queries/find-sign-order';
import { browserToken, newOrderBrowser, requireResident } from '@/lib/identity/session';
import { isAppError } from '@/lib/platform/errors';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { orNotFound } from '../../../not-found-page';
import type { SigningProblem } from './signing-problem';

/** Has BankID ask her to sign the document that is prepared. Only a posted form does: a link must not reach her phone. */
export async function startSigning(form: FormData): Promise<void> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  const applicationId = String(form.get('application') ?? '');
  const flow = form.get('flow') === 'same-device' ? 'same-device' : 'qr';
  const to = (place: string) => href(lang, `/applications/${applicationId}/${place}`);
  const failed = (problem: SigningProblem) => redirect(`${to('sign')}?problem=${problem}`);
  const document = await orNotFound(getDocumentToSign(actor, { applicationId, language: lang }));
  if (document.kind !== 'document') redirect(to(document.kind === 'submitted' ? 'receipt' : 'check'));

  const subject = { subjectType: 'application', subjectId: applicationId, documentHash: document.hash };
  // She has signed already, in another window or with a second press: the page uses that, and asks for no second one.
  const waiting = await findSignOrder(actor, {
    ...subject,
    browserToken: await browserToken(),
    isComplete: true,
  });
  if (waiting) redirect(to('sign'));
  let orderId: string;
  try {
    ({ orderId } = await startBankIdOrder(actor, {
      kind: 'sign',
      flow,
      returnTo: to('sign'),
      sign: { ...subject, visibleText: document.visibleText },
      ...(await newOrderBrowser()),
    }));
  } catch (error) {
    if (isAppError(error, 'Conflict')) failed('in-progress');
    if (isAppError(error, 'NotNow')) failed('too-many');
    if (isAppError(error, 'UpstreamDown')) failed('bankid-down');
    throw error;
  }
  redirect(`${to('sign')}?order=${orderId}`);
}

export async function cancelSigning(form: FormData): Promise<void> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  const applicationId = String(form.get('application') ?? '');
  try {
    const orderId = String(form.get('order') ?? '');
    await cancelBankIdOrder(actor, { orderId, browserToken: await browserToken() });
  } catch (error) {
    // Not this browser's, or gone: there is nothing left to cancel.
    if (!isAppError(error, 'NotFound')) throw error;
  }
  redirect(href(lang, `/applications/${applicationId}/sign`));
}
