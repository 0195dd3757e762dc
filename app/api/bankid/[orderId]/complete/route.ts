import { redirect } from 'next/navigation';
import { completeBankIdLogIn } from '@/lib/identity/commands/complete-bank-id-log-in';
import { browserToken, currentActor, sessionToken, setSessionCookie } from '@/lib/identity/session';
import { isId } from '@/lib/kernel/ids';
import { isAppError } from '@/lib/platform/errors';
import { defaultLanguage, href, isLanguage } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';

/**
 * Where the waiting page goes when BankID has said yes: the order becomes a session. A GET, so that it works without
 * JavaScript; nobody can misuse it from elsewhere, since only the browser that started the order has its token, and
 * only once.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ orderId: string }> },
): Promise<never> {
  const { orderId } = await params;
  const { userAgent } = await requestFacts();
  const asked = new URL(request.url).searchParams.get('lang');
  const lang = isLanguage(asked) ? asked : defaultLanguage;
  let returnTo: string;
  try {
    if (!isId(orderId)) redirect(href(lang, '/log-in'));
    const done = await completeBankIdLogIn(await currentActor(), {
      orderId,
      browserToken: await browserToken(),
      userAgent,
      previousSessionToken: await sessionToken(),
      language: lang,
    });
    await setSessionCookie(done.sessionToken);
    returnTo = done.returnTo;
  } catch (error) {
    // Another tab was first: this browser is logged in already, and the page asks for itself whether it is.
    if (isAppError(error, 'AlreadyDone')) redirect(href(lang, '/overview'));
    if (isAppError(error)) redirect(href(lang, '/log-in?problem=order-over'));
    throw error;
  }
  redirect(returnTo);
}
