import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { BankIdOrder } from '@/components/identity/bank-id-order';
import { PageHeading } from '@/components/ui/page-heading';
import { shownOrder } from '@/lib/identity/bankid/shown-order';
import { advanceBankIdOrder } from '@/lib/identity/commands/advance-bank-id-order';
import type { BankIdOrderView } from '@/lib/identity/domain/order-view';
import { withoutLanguage } from '@/lib/identity/domain/return-path';
import { browserToken, currentActor } from '@/lib/identity/session';
import { isId } from '@/lib/kernel/ids';
import { isAppError } from '@/lib/platform/errors';
import { href, type Language } from '@/lib/platform/i18n';
import { publicPage } from '../../../public-page';
import { cancelBankIdLogIn, startBankIdLogIn } from '../../actions';

interface Props {
  params: Promise<{ tenant: string; lang: string; orderId: string }>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { t } = await publicPage(props);
  return { title: t('identity:order.title-log-in') };
}

/** Waits for BankID. Each load asks how it goes, so it works by reloading alone. */
export default async function BankIdLogInPage(props: Props) {
  const { t, lang } = await publicPage(props);
  const { orderId } = await props.params;
  const order = await find(orderId, lang);
  if (order.status === 'consumed') redirect(order.returnTo);
  const completeHref = `/api/bankid/${orderId}/complete?lang=${lang}`;
  if (order.ready) redirect(completeHref);
  const next = withoutLanguage(order.returnTo);
  return (
    <>
      <PageHeading>{t('identity:order.title-log-in')}</PageHeading>
      <BankIdOrder
        order={order}
        shown={await shownOrder(order, t)}
        t={t}
        lang={lang}
        completeHref={completeHref}
        cancel={cancelBankIdLogIn}
        retry={startBankIdLogIn}
        fields={{ next, order: orderId }}
      />
    </>
  );
}

async function find(orderId: string, lang: Language): Promise<BankIdOrderView> {
  try {
    if (isId(orderId))
      return await advanceBankIdOrder(await currentActor(), { orderId, browserToken: await browserToken() });
  } catch (error) {
    if (!isAppError(error, 'NotFound')) throw error;
  }
  redirect(href(lang, '/log-in?problem=order-over'));
}
