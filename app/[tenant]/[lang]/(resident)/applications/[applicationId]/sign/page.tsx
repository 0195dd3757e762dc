import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { BankIdOrder } from '@/components/identity/bank-id-order';
import { Alert } from '@/components/ui/alert';
import { BackLink } from '@/components/ui/breadcrumbs';
import { Card } from '@/components/ui/card';
import { Heading } from '@/components/ui/heading';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { SubmitButton } from '@/components/ui/submit-button';
import { submitApplication } from '@/lib/applications/commands/submit-application';
import { getDocumentToSign } from '@/lib/applications/queries/get-document-to-sign';
import { shownOrder } from '@/lib/identity/bankid/shown-order';
import { advanceBankIdOrder } from '@/lib/identity/commands/advance-bank-id-order';
import { cancelBankIdOrder } from '@/lib/identity/commands/cancel-bank-id-order';
import type { BankIdOrderView } from '@/lib/identity/domain/order-view';
import { isMobile } from '@/lib/identity/domain/start-link';
import { findSignOrder } from '@/lib/identity/queries/find-sign-order';
import { browserToken } from '@/lib/identity/session';
import { isId } from '@/lib/kernel/ids';
import { spokenIn } from '@/lib/kernel/said';
import type { ResidentActor } from '@/lib/platform/actor';
import { isAppError } from '@/lib/platform/errors';
import { href, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { orNotFound } from '../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../resident-page';
import { cancelSigning, startSigning } from './actions';
import { isSigningProblem } from './signing-problem';

interface Props extends ResidentParams<{ applicationId: string }> {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('applications:sign.title') };
}

/**
 * Shows what is signed and waits for BankID. Every load asks how the order goes, and sends the application in as soon
 * as it is signed: so a double click, a reload, or a page that was closed before BankID had answered, all end the same.
 */
export default async function SignPage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const { applicationId } = path;
  const to = (place: string) => href(lang, `/applications/${applicationId}/${place}`);
  const document = await orNotFound(getDocumentToSign(actor, { applicationId, language: lang }));
  if (document.kind === 'submitted') redirect(to('receipt'));
  if (document.kind === 'not-prepared') redirect(to('check'));

  const query = await props.searchParams;
  const order = await orderToFollow(actor, applicationId, document.hash, query.order);
  if (order?.ready) redirect(to(await submit(actor, applicationId, order.orderId)));
  const isFollowed = order !== null && order.status !== 'cancelled' && order.status !== 'consumed';
  return (
    <>
      <BackLink href={to('check')}>{t('applications:sign.back')}</BackLink>
      <PageHeading
        caption={
          <InLanguage lang={document.language} on={lang}>
            {document.serviceName}
          </InLanguage>
        }
        lead={t('applications:sign.lead')}
      >
        {t('applications:sign.title')}
      </PageHeading>
      {isSigningProblem(query.problem) && !isFollowed && (
        <Alert kind="warning" title={t('applications:sign.problem-title')} live="alert">
          {t(`applications:sign.problems.${query.problem}`)}
        </Alert>
      )}
      <Card as="section" labelledBy="signed-text" tinted>
        <Heading id="signed-text" size="xs">
          {t('applications:sign.text-title')}
        </Heading>
        <p className="ms-as-written" {...spokenIn(document.language, lang)}>
          {document.visibleText}
        </p>
      </Card>
      {isFollowed ? (
        <BankIdOrder
          order={order}
          shown={await shownOrder(order, t)}
          t={t}
          lang={lang}
          completeHref={`${to('sign')}?order=${order.orderId}`}
          cancel={cancelSigning}
          retry={startSigning}
          fields={{ application: applicationId, order: order.orderId }}
        />
      ) : (
        <Ways applicationId={applicationId} t={t} isMobile={isMobile((await requestFacts()).userAgent)} />
      )}
    </>
  );
}

/** The order in the address, or the one this browser has under way for this very document. */
async function orderToFollow(
  actor: ResidentActor,
  applicationId: string,
  documentHash: Uint8Array,
  asked: string | string[] | undefined,
): Promise<BankIdOrderView | null> {
  const token = await browserToken();
  const subject = { subjectType: 'application', subjectId: applicationId };
  const underWay = await findSignOrder(actor, { browserToken: token, ...subject, documentHash });
  // A failed order is only shown where the address asks for it: coming back later is a fresh start.
  const orderId = underWay ?? (typeof asked === 'string' && isId(asked) ? asked : null);
  if (!orderId) return null;
  try {
    const order = await advanceBankIdOrder(actor, { orderId, browserToken: token });
    // One that is not under way for this document can't be waited for, whatever the address says.
    return underWay || order.status === 'failed' ? order : null;
  } catch (error) {
    if (isAppError(error, 'NotFound')) return null;
    throw error;
  }
}

/** Sends it in, and says where to go: to the receipt, or back here when the signature could not be used. */
async function submit(actor: ResidentActor, applicationId: string, orderId: string): Promise<string> {
  const order = { orderId, browserToken: await browserToken() };
  try {
    await submitApplication(actor, { applicationId, ...order });
    return 'receipt';
  } catch (error) {
    if (!isAppError(error, 'Conflict')) throw error;
    // Else each load would try the same signature again.
    await cancelBankIdOrder(actor, order);
    return 'sign?problem=changed';
  }
}

function Ways({ applicationId, t, isMobile }: { applicationId: string; t: Translate; isMobile: boolean }) {
  const way = (flow: 'qr' | 'same-device') => (
    <Card as="section" key={flow} labelledBy={`way-${flow}`}>
      <Heading id={`way-${flow}`} size="xs">
        {t(`applications:sign.${flow}.title`)}
      </Heading>
      <p>{t(`applications:sign.${flow}.text`)}</p>
      <form action={startSigning}>
        <input type="hidden" name="application" value={applicationId} />
        <input type="hidden" name="flow" value={flow} />
        <SubmitButton
          pendingText={t('common:working')}
          variant={(flow === 'same-device') === isMobile ? 'primary' : 'secondary'}
        >
          {t(`applications:sign.${flow}.button`)}
        </SubmitButton>
      </form>
    </Card>
  );
  // The likeliest way first: in a telephone, BankID is mostly in that same telephone.
  return (
    <div className="ms-card-grid">
      {isMobile ? [way('same-device'), way('qr')] : [way('qr'), way('same-device')]}
    </div>
  );
}
