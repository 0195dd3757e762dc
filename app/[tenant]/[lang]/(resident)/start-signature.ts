import 'server-only';
import { cancelBankIdOrder } from '@/lib/identity/commands/cancel-bank-id-order';
import { startBankIdOrder } from '@/lib/identity/commands/start-bank-id-order';
import { findSignOrder } from '@/lib/identity/queries/find-sign-order';
import { browserToken, newOrderBrowser } from '@/lib/identity/session';
import type { ResidentActor } from '@/lib/platform/actor';
import { isAppError } from '@/lib/platform/errors';
import type { SigningProblem } from './signing-problem';

/** A document, as one of those who sign it signs it. */
export interface ToSign {
  subjectType: 'application' | 'withdrawal';
  subjectId: string;
  visibleText: string;
  hash: Uint8Array;
}

/**
 * Has BankID ask somebody to sign a document, from a posted form alone: a link must not reach her phone.
 * @param page the page that waits for her yes
 * @returns the address to go to
 */
export async function startSignature(
  actor: ResidentActor,
  { subjectType, subjectId, visibleText, hash }: ToSign,
  form: FormData,
  page: string,
): Promise<string> {
  const flow = form.get('flow') === 'same-device' ? 'same-device' : 'qr';
  const failed = (problem: SigningProblem) => `${page}?problem=${problem}`;
  const subject = { subjectType, subjectId, documentHash: hash };
  // She has signed already, in another window or with a second press: the page uses that, and asks for no second one.
  const waiting = await findSignOrder(actor, {
    ...subject,
    browserToken: await browserToken(),
    isComplete: true,
  });
  if (waiting) return page;
  try {
    const { orderId } = await startBankIdOrder(actor, {
      kind: 'sign',
      flow,
      returnTo: page,
      sign: { ...subject, visibleText },
      ...(await newOrderBrowser()),
    });
    return `${page}?order=${orderId}`;
  } catch (error) {
    if (isAppError(error, 'Conflict')) return failed('in-progress');
    if (isAppError(error, 'NotNow')) return failed('too-many');
    if (isAppError(error, 'UpstreamDown')) return failed('bankid-down');
    throw error;
  }
}

/** Cancels the order a form names. Not this browser's, or gone: then there is nothing left to cancel. */
export async function cancelSignature(actor: ResidentActor, form: FormData): Promise<void> {
  try {
    const orderId = String(form.get('order') ?? '');
    await cancelBankIdOrder(actor, { orderId, browserToken: await browserToken() });
  } catch (error) {
    if (!isAppError(error, 'NotFound')) throw error;
  }
}
