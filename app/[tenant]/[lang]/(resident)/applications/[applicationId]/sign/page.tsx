import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Section } from '@/components/layout/section';
import { BackLink } from '@/components/ui/breadcrumbs';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { SummaryList } from '@/components/ui/summary-list';
import { submitApplication } from '@/lib/applications/commands/submit-application';
import { getDocumentToSign, type ReadDocument } from '@/lib/applications/queries/get-document-to-sign';
import { formatNationalId } from '@/lib/kernel/national-id';
import { href, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { orNotFound } from '../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../resident-page';
import { isSignatureUsed, orderToFollow, SignByBankId } from '../../../sign-by-bank-id';
import { cancelSigning, startSigning } from './actions';

interface Props extends ResidentParams<{ applicationId: string }> {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('applications:sign.title') };
}

/**
 * Shows what is signed and waits for BankID. Every load asks how the order goes, and uses the signature as soon as it
 * is given: so a double click, a reload, or a page that was closed before BankID had answered, all end the same.
 */
export default async function SignPage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const { applicationId } = path;
  const to = (place: string) => href(lang, `/applications/${applicationId}/${place}`);
  const document = await orNotFound(getDocumentToSign(actor, { applicationId, language: lang }));
  if (document.kind === 'submitted') redirect(to('receipt'));
  if (document.kind === 'not-prepared') redirect(to('check'));

  const query = await props.searchParams;
  const order = await orderToFollow(
    actor,
    { subjectType: 'application', subjectId: applicationId, hash: document.hash },
    query.order,
  );
  if (order?.ready) {
    const isUsed = await isSignatureUsed(actor, order.orderId, (signed) =>
      submitApplication(actor, { applicationId, ...signed }),
    );
    redirect(to(isUsed ? 'receipt' : 'sign?problem=changed'));
  }
  const isShared = document.others.length > 0;
  return (
    <>
      <BackLink href={to('check')}>{t('applications:sign.back')}</BackLink>
      <PageHeading
        caption={
          <InLanguage lang={document.language} on={lang}>
            {document.serviceName}
          </InLanguage>
        }
        lead={t(isShared ? 'signatures:before.lead' : 'applications:sign.lead')}
      >
        {t('applications:sign.title')}
      </PageHeading>
      {isShared && <Others document={document} lang={lang} t={t} />}
      <SignByBankId
        document={document}
        order={order}
        problem={query.problem}
        problemTitle={t('applications:sign.problem-title')}
        page={to('sign')}
        start={startSigning}
        cancel={cancelSigning}
        fields={{ application: applicationId }}
        t={t}
        lang={lang}
      />
    </>
  );
}

/** Whom she will ask: the numbers stand there to be looked at once more, since a wrong one asks a stranger. */
function Others({
  document: { others, answerWithinDays, language },
  lang,
  t,
}: {
  document: Extract<ReadDocument, { kind: 'document' }>;
  lang: Language;
  t: Translate;
}) {
  return (
    <Section id="others" title={t('signatures:before.title')}>
      <SummaryList
        rows={others.map(({ title, name, nationalId }) => ({
          term: <bdi>{name ?? formatNationalId(nationalId)}</bdi>,
          value: (
            <>
              <div>
                <InLanguage lang={language} on={lang}>
                  {title}
                </InLanguage>
              </div>
              {name && <bdi>{formatNationalId(nationalId)}</bdi>}
            </>
          ),
        }))}
      />
      <p>{t('signatures:before.check')}</p>
      {answerWithinDays !== null && <p>{t('signatures:before.time', { count: answerWithinDays })}</p>}
    </Section>
  );
}
