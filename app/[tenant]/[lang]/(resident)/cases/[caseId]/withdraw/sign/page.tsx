import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { BackLink } from '@/components/ui/breadcrumbs';
import { PageHeading } from '@/components/ui/page-heading';
import { withdrawCase } from '@/lib/cases/commands/withdraw-case';
import { getWithdrawal } from '@/lib/cases/queries/get-withdrawal';
import { href, type Language, texts } from '@/lib/platform/i18n';
import { orNotFound } from '../../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../../resident-page';
import { isSignatureUsed, orderToFollow, SignByBankId } from '../../../../sign-by-bank-id';
import { cancelSigning, startSigning } from '../actions';

interface Props extends ResidentParams<{ caseId: string }> {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('case-rights:withdraw.sign-title') };
}

/**
 * Shows what is signed and waits for BankID, as when an application is signed: every load asks how the order goes, and
 * uses the signature as soon as it is given.
 */
export default async function SignWithdrawalPage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const { caseId } = path;
  const page = href(lang, `/cases/${caseId}/withdraw`);
  const { prepared, withdrawing } = await orNotFound(getWithdrawal(actor, caseId, lang));
  // Signed in another window, or the case was decided meanwhile: the page says which.
  if (!prepared || !withdrawing.may) redirect(page);
  const { id, hash, document, visibleText } = prepared;
  const query = await props.searchParams;
  const order = await orderToFollow(actor, { subjectType: 'withdrawal', subjectId: id, hash }, query.order);
  if (order?.ready) {
    const isUsed = await isSignatureUsed(actor, order.orderId, (signed) =>
      withdrawCase(actor, { caseId, ...signed }),
    );
    redirect(isUsed ? page : `${page}/sign?problem=changed`);
  }
  return (
    <>
      <BackLink href={page}>{t('case-rights:withdraw.sign-back')}</BackLink>
      <PageHeading lead={t(`case-rights:withdraw.sign-lead-${document.scope}`)}>
        {t('case-rights:withdraw.sign-title')}
      </PageHeading>
      <SignByBankId
        document={{ language: document.language, visibleText }}
        order={order}
        problem={query.problem}
        problemTitle={t('applications:sign.problem-title')}
        page={`${page}/sign`}
        start={startSigning}
        cancel={cancelSigning}
        fields={{ case: caseId }}
        t={t}
        lang={lang}
      />
    </>
  );
}
