import { redirect } from 'next/navigation';
import { returnFromBankIdApp } from '@/lib/identity/commands/return-from-bank-id-app';
import { languageOfPath } from '@/lib/identity/domain/return-path';
import { browserToken, currentActor } from '@/lib/identity/session';
import { isId } from '@/lib/kernel/ids';
import { isAppError } from '@/lib/platform/errors';
import { href } from '@/lib/platform/i18n';

/** Where the BankID app sends the browser. Only the browser that started the order gets on from here. */
export async function GET(request: Request): Promise<never> {
  const query = new URL(request.url).searchParams;
  const orderId = query.get('order') ?? '';
  if (!isId(orderId)) redirect('/log-in?problem=order-over');
  let order: { kind: 'auth' | 'sign'; returnTo: string };
  try {
    order = await returnFromBankIdApp(await currentActor(), {
      orderId,
      nonce: query.get('nonce') ?? '',
      browserToken: await browserToken(),
    });
  } catch (error) {
    if (isAppError(error, 'NotFound')) redirect('/log-in?problem=other-browser');
    throw error;
  }
  const { kind, returnTo } = order;
  if (kind === 'auth') redirect(href(languageOfPath(returnTo), `/log-in/bankid/${orderId}`));
  redirect(`${returnTo}${returnTo.includes('?') ? '&' : '?'}order=${orderId}`);
}
