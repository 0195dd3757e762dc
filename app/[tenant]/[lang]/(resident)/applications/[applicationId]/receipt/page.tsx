import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PdfStatus } from '@/components/applications/pdf-status';
import { AwaitFiles } from '@/components/forms/await-files';
import { Section } from '@/components/layout/section';
import { Alert } from '@/components/ui/alert';
import { ButtonGroup, ButtonLink } from '@/components/ui/button';
import { InstantText } from '@/components/ui/date-text';
import { InLanguage, SentenceWith } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { Prose } from '@/components/ui/prose';
import { SummaryList } from '@/components/ui/summary-list';
import { getReceipt } from '@/lib/applications/queries/get-receipt';
import type { SignatureGiven } from '@/lib/applications/queries/signers-of-in-tx';
import { instantText } from '@/lib/kernel/date-text';
import { spokenIn } from '@/lib/kernel/said';
import { href, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { orNotFound } from '../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../resident-page';

type Props = ResidentParams<{ applicationId: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('applications:receipt.title') };
}

/** What she has in hand: that it has come to us, its number and time, the PDF, and what happens now. */
export default async function ReceiptPage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const { applicationId } = path;
  const receipt = await orNotFound(getReceipt(actor, { applicationId, language: lang }));
  if (receipt.kind === 'draft') redirect(href(lang, `/applications/${applicationId}`));
  if (receipt.kind === 'awaiting') redirect(href(lang, `/applications/${applicationId}/signatures`));
  const {
    number,
    submittedAt,
    serviceName,
    language,
    unit,
    afterwards,
    code,
    caseId,
    isPdfReady,
    signatures,
    files,
  } = receipt;
  const infected = files.filter(({ state }) => state === 'infected');
  const inItsLanguage = (words: string) => (
    <InLanguage lang={language} on={lang}>
      {words}
    </InLanguage>
  );
  return (
    <>
      <PageHeading caption={inItsLanguage(serviceName)} lead={t('applications:receipt.lead')}>
        {t('applications:receipt.title')}
      </PageHeading>
      <Alert
        kind="success"
        title={
          <>
            {t('applications:receipt.number-title')} <bdi className="ms-unbroken">{number}</bdi>
          </>
        }
      >
        <p>{t('applications:receipt.number-text')}</p>
      </Alert>
      {infected.length > 0 && (
        <Alert kind="warning">
          {infected.map(({ id, name }) => (
            <p key={id}>{t('applications:receipt.infected', { name })}</p>
          ))}
        </Alert>
      )}
      {files.some(({ state }) => state === 'waiting') && (
        <>
          <p role="status">{t('applications:receipt.waiting')}</p>
          <AwaitFiles />
        </>
      )}
      <SummaryList
        rows={[
          { term: t('applications:receipt.received'), value: <InstantText at={submittedAt} lang={lang} /> },
          { term: t('applications:receipt.decides'), value: inItsLanguage(unit) },
          ...(signatures.length > 1
            ? [
                {
                  term: t('signatures:receipt'),
                  value: <Signatures {...{ signatures, language, lang, t }} />,
                },
              ]
            : []),
          { term: t('applications:receipt.code'), value: <bdi>{code}</bdi> },
        ]}
      />
      <Section id="pdf" title={t('applications:receipt.pdf-title')}>
        <p>{t('applications:receipt.pdf-text')}</p>
        <ButtonGroup>
          <ButtonLink
            href={`/api/files/receipts/${applicationId}`}
            variant="secondary"
            icon="document"
            download
          >
            {t('applications:receipt.pdf')}
          </ButtonLink>
        </ButtonGroup>
        <PdfStatus
          isReady={isPdfReady}
          texts={{ making: t('applications:receipt.pdf-making'), ready: t('applications:receipt.pdf-ready') }}
        />
      </Section>
      <Section id="afterwards" title={t('applications:receipt.afterwards')}>
        <Prose>
          <ol className="ms-number-list" {...spokenIn(language, lang)}>
            {afterwards.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Prose>
      </Section>
      <ButtonGroup>
        {caseId && (
          <ButtonLink href={href(lang, `/cases/${caseId}`)} iconAfter="arrow">
            {t('applications:receipt.to-case')}
          </ButtonLink>
        )}
        <ButtonLink href={href(lang, '/overview')} variant="secondary">
          {t('applications:receipt.to-overview')}
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}

/** Everybody who has signed, as what and when. */
function Signatures({
  signatures,
  language,
  lang,
  t,
}: {
  signatures: readonly SignatureGiven[];
  language: string;
  lang: Language;
  t: Translate;
}) {
  return signatures.map(({ title, name, nationalId, signedAt }) => (
    <div key={nationalId}>
      <SentenceWith
        words={title === null ? { text: t('signatures:applicant'), lang } : { text: title, lang: language }}
        on={lang}
        sentence={(as) =>
          t('signatures:signature', { who: name ?? nationalId, role: as, when: instantText(signedAt, lang) })
        }
      />
    </div>
  ));
}
