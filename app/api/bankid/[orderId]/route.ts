import { shownOrder } from '@/lib/identity/bankid/shown-order';
import { advanceBankIdOrder } from '@/lib/identity/commands/advance-bank-id-order';
import { isFromOwnPage } from '@/lib/identity/domain/request-origin';
import { browserToken, currentActor } from '@/lib/identity/session';
import { isId } from '@/lib/kernel/ids';
import { notFound } from '@/lib/platform/errors';
import { defaultLanguage, isLanguage, texts } from '@/lib/platform/i18n';
import { problem, runRoute } from '@/lib/platform/route';

/** How an order goes, asked each second by the page that waits. A POST, since it may move the order on. */
export function POST(
  request: Request,
  { params }: { params: Promise<{ orderId: string }> },
): Promise<Response> {
  return runRoute('bankid-order', async () => {
    if (!isFromOwnPage(request.headers)) return problem(403, 'Forbidden');
    const { orderId } = await params;
    if (!isId(orderId)) throw notFound();
    const lang = new URL(request.url).searchParams.get('lang');
    const order = await advanceBankIdOrder(await currentActor(), {
      orderId,
      browserToken: await browserToken(),
    });
    const shown = await shownOrder(order, texts(isLanguage(lang) ? lang : defaultLanguage));
    return Response.json(shown, { headers: { 'cache-control': 'no-store' } });
  });
}
