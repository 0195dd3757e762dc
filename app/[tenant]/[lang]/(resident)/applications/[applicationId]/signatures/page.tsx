import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignersList } from '@/components/applications/signers-list';
import { Section } from '@/components/layout/section';
import { ButtonGroup, ButtonLink } from '@/components/ui/button';
import { CopyText } from '@/components/ui/copy-text';
import { Details } from '@/components/ui/details';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { Prose } from '@/components/ui/prose';
import { SubmitButton } from '@/components/ui/submit-button';
import { getSignatures } from '@/lib/applications/queries/get-signatures';
import type { SignerView } from '@/lib/applications/queries/signers-of-in-tx';
import { env } from '@/lib/platform/env';
import { href, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { orNotFound } from '../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../resident-page';
import { takeBack } from './actions';

type Props = ResidentParams<{ applicationId: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('signatures:page.title') };
}

/** After her own signature, until the last of the others': who remains, by when, and what happens then. */
export default async function SignaturesPage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const { applicationId } = path;
  const to = (place: string) => href(lang, `/applications/${applicationId}/${place}`);
  const found = await orNotFound(getSignatures(actor, applicationId));
  if (found.kind === 'draft') redirect(to('check'));
  if (found.kind === 'submitted') redirect(to('receipt'));
  const { signers, serviceName, language, today } = found;
  const remaining = signers.filter(({ status }) => status !== 'signed');
  const steps = ['1', '2', '3', '4'] as const;
  return (
    <>
      <PageHeading
        caption={
          <InLanguage lang={language} on={lang}>
            {serviceName}
          </InLanguage>
        }
        lead={t('signatures:page.lead', { count: remaining.length })}
      >
        {t('signatures:page.title')}
      </PageHeading>
      <Section id="who" title={t('signatures:page.who')}>
        <SignersList signers={signers} language={language} today={today} lang={lang} />
      </Section>
      <Section id="next" title={t('signatures:page.next')}>
        <Prose>
          <ul>
            {steps.map((step) => (
              <li key={step}>{t(`signatures:page.next-${step}`)}</li>
            ))}
          </ul>
        </Prose>
      </Section>
      {remaining
        .filter(({ status }) => status === 'invited')
        .map((signer) => (
          <AddressFor key={signer.id} signer={signer} lang={lang} t={t} />
        ))}
      <Details summary={t('signatures:page.change-title')}>
        <div className="ms-stack">
          <p>{t('signatures:page.change-text')}</p>
          <form action={takeBack.bind(null, applicationId)}>
            <SubmitButton pendingText={t('common:working')} variant="secondary">
              {t('signatures:page.change')}
            </SubmitButton>
          </form>
        </div>
      </Details>
      <ButtonGroup>
        <ButtonLink href={href(lang, '/overview')} variant="secondary">
          {t('signatures:page.to-overview')}
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}

/** The address of the page where somebody signs. It holds no secret: it opens for her alone. */
async function AddressFor({ signer, lang, t }: { signer: SignerView; lang: Language; t: Translate }) {
  const { host } = await requestFacts();
  const address = `${env().PUBLIC_SCHEME}://${host}${href(lang, `/invitations/${signer.id}`)}`;
  const name = signer.name ?? t('signatures:number-only', { number: signer.nationalId });
  const mail = new URLSearchParams({
    subject: t('signatures:page.mail-subject'),
    body: t('signatures:page.mail-body', { address }),
  });
  return (
    <Section id={`address-${signer.position}`} title={t('signatures:page.address-title', { name })}>
      <p>{t('signatures:page.address-text')}</p>
      <p className="ms-as-written">
        <bdi>{address}</bdi>
      </p>
      <ButtonGroup>
        <CopyText
          text={address}
          words={{ copy: t('signatures:page.copy'), copied: t('signatures:page.copied') }}
        />
        {/* Mail programs read %20 for a space, not the plus sign of forms. */}
        <ButtonLink href={`mailto:?${mail.toString().replaceAll('+', '%20')}`} variant="secondary">
          {t('signatures:page.mail')}
        </ButtonLink>
      </ButtonGroup>
    </Section>
  );
}
