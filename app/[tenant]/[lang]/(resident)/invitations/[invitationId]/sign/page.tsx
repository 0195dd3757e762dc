import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { BackLink } from '@/components/ui/breadcrumbs';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { coSignApplication } from '@/lib/applications/commands/co-sign-application';
import { getInvitationToSign } from '@/lib/applications/queries/get-invitation-to-sign';
import { href, type Language, texts } from '@/lib/platform/i18n';
import { orNotFound } from '../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../resident-page';
import { isSignatureUsed, orderToFollow, SignByBankId } from '../../../sign-by-bank-id';
import { cancelCoSigning, startCoSigning } from './actions';

interface Props extends ResidentParams<{ invitationId: string }> {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('signatures:sign.title') };
}

/** As the applicant's page where she signs: every load uses the signature as soon as it is given. */
export default async function CoSignPage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const { invitationId } = path;
  const invitation = href(lang, `/invitations/${invitationId}`);
  const page = `${invitation}/sign`;
  const document = await orNotFound(getInvitationToSign(actor, { invitationId, language: lang }));
  if (document.kind === 'nothing') redirect(invitation);

  const query = await props.searchParams;
  const order = await orderToFollow(
    actor,
    { subjectType: 'application', subjectId: document.applicationId, ...document },
    query.order,
  );
  if (order?.ready) {
    const isUsed = await isSignatureUsed(actor, order.orderId, (signed) =>
      coSignApplication(actor, { invitationId, ...signed }),
    );
    // Where it couldn't be used she is no longer asked, and the invitation says why.
    redirect(isUsed ? invitation : `${page}?problem=changed`);
  }
  return (
    <>
      <BackLink href={invitation}>{t('signatures:sign.back')}</BackLink>
      <PageHeading
        caption={
          <InLanguage lang={document.serviceName.lang} on={lang}>
            {document.serviceName.text}
          </InLanguage>
        }
        lead={t('signatures:sign.lead')}
      >
        {t('signatures:sign.title')}
      </PageHeading>
      <SignByBankId
        document={document}
        order={order}
        problem={query.problem}
        problemTitle={t('signatures:sign.problem-title')}
        page={page}
        start={startCoSigning}
        cancel={cancelCoSigning}
        fields={{ invitation: invitationId }}
        t={t}
        lang={lang}
      />
    </>
  );
}
