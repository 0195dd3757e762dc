import type { Metadata } from 'next';
import { contactWords } from '@/components/layout/contact-card';
import { BackLink } from '@/components/ui/breadcrumbs';
import { PageHeading } from '@/components/ui/page-heading';
import { Prose } from '@/components/ui/prose';
import { TextLink } from '@/components/ui/text-link';
import { ownPath } from '@/lib/feedback/domain/own-path';
import { getReportTerms, type ReportTerms } from '@/lib/feedback/queries/get-report-terms';
import { newId } from '@/lib/kernel/ids';
import { idle } from '@/lib/platform/action';
import { href, type Language, type Translate } from '@/lib/platform/i18n';
import { inLanguage, type TenantProfile } from '@/lib/tenants/domain/tenant-profile';
import { type PublicParams, publicPage } from '../../public-page';
import { sendReport } from './actions';
import { ReportForm } from './form';

type Props = PublicParams & { searchParams: Promise<{ page?: string | string[]; sent?: string | string[] }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ t }, { sent }] = await Promise.all([publicPage(props), props.searchParams]);
  return { title: t(sent ? 'feedback:sent.title' : 'feedback:title') };
}

/** Where anybody says what she can't use here (lag 2018:1937), and reads what happens with it. */
export default async function ReportPage(props: Props) {
  const [{ lang, t, tenant, visitor }, { page, sent }] = await Promise.all([
    publicPage(props),
    props.searchParams,
  ]);
  const terms = await getReportTerms(visitor);
  const reader = {
    reader: inLanguage(tenant.profile.accessibility.reports.reader, lang),
    municipality: tenant.name,
  };
  if (sent)
    return (
      <Sent
        t={t}
        lang={lang}
        terms={terms}
        reader={reader}
        profile={tenant.profile}
        isAnswered={sent === 'answer'}
      />
    );
  return (
    <>
      <BackLink href={href(lang, '/accessibility')}>{t('public:accessibility.title')}</BackLink>
      <PageHeading lead={t('feedback:lead')}>{t('feedback:title')}</PageHeading>
      <ReportForm
        action={sendReport}
        initial={idle}
        formId={newId()}
        page={ownPath(typeof page === 'string' ? page : undefined)}
        texts={{
          what: t('feedback:what'),
          whatHelp: t('feedback:what-help'),
          page: t('feedback:page'),
          pageHelp: t('feedback:page-help'),
          email: t('feedback:email'),
          emailHelp: t('feedback:email-help'),
          homepage: t('feedback:homepage'),
          optional: t('common:optional'),
          send: t('feedback:send'),
          working: t('common:working'),
          errorTitles: [1, 2, 3, 4].map((count) => t('common:error-summary.title', { count })),
        }}
      />
      <p>
        {t('feedback:privacy', reader)}{' '}
        {terms.keptMonths && t('feedback:kept', { time: t('feedback:months', { count: terms.keptMonths }) })}
      </p>
    </>
  );
}

function Sent({
  t,
  lang,
  terms: { answerWorkingDays },
  reader,
  profile,
  isAnswered,
}: {
  t: Translate;
  lang: Language;
  terms: ReportTerms;
  reader: { reader: string; municipality: string };
  profile: TenantProfile;
  isAnswered: boolean;
}) {
  const answer = answerWorkingDays
    ? t('feedback:sent.answer', { time: t('feedback:working-days', { count: answerWorkingDays }) })
    : t('feedback:sent.answer-soon');
  return (
    <>
      <PageHeading>{t('feedback:sent.title')}</PageHeading>
      <Prose>
        <h2>{t('feedback:sent.next')}</h2>
        <p>{t('feedback:sent.reader', reader)}</p>
        <p>{isAnswered ? answer : t('feedback:sent.no-answer', contactWords(profile, lang))}</p>
        <p>
          <TextLink href={href(lang, '/accessibility')}>{t('feedback:sent.statement')}</TextLink>
        </p>
      </Prose>
    </>
  );
}
