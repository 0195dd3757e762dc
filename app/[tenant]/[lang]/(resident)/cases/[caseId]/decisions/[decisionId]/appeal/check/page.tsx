import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AppealContent, AppealFacts } from '@/components/cases/appeal-content';
import { ActionForm } from '@/components/forms/action-form';
import { Section } from '@/components/layout/section';
import { Alert } from '@/components/ui/alert';
import { BackLink } from '@/components/ui/breadcrumbs';
import { PageHeading } from '@/components/ui/page-heading';
import { SubmitButton } from '@/components/ui/submit-button';
import { missing } from '@/lib/cases/domain/appeal-content';
import { getAppealDraft } from '@/lib/cases/queries/get-appeal-draft';
import { dateText, daysAwayText } from '@/lib/kernel/date-text';
import { href, type Language, texts } from '@/lib/platform/i18n';
import { orNotFound } from '../../../../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../../../../resident-page';
import { sendAppealAction } from '../actions';

type Props = ResidentParams<{ caseId: string; decisionId: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('appeals:check-title') };
}

/** The appeal as it will be sent, to be read through; and the button that sends it. */
export default async function CheckAppealPage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const decision = href(lang, `/cases/${path.caseId}/decisions/${path.decisionId}`);
  const found = await orNotFound(getAppealDraft(actor, path, lang));
  if (!found) redirect(decision);
  if (found.version === 0) redirect(`${decision}/appeal`);
  const { lastOn, today, draft } = found;
  const isReady = Object.keys(missing(draft)).length === 0;
  return (
    <>
      <BackLink href={`${decision}/appeal`}>{t('appeals:back-to-form')}</BackLink>
      <PageHeading lead={t('appeals:check-lead')}>{t('appeals:check-title')}</PageHeading>
      <AppealFacts about={{ title: found.case.title, caseNumber: found.case.number, ...found }} lang={lang} />
      <Section id="appeal" title={t('appeals:form')}>
        <AppealContent content={draft} files={found.files} lang={lang} />
      </Section>
      {lastOn && lastOn < today && (
        <Alert kind="warning" title={t('appeals:late-title', { date: dateText(lastOn, lang) })}>
          {t('appeals:late')}
        </Alert>
      )}
      {lastOn && lastOn >= today && (
        <Alert>
          {t('appeals:last-day-left', {
            date: dateText(lastOn, lang),
            away: daysAwayText(lastOn, today, lang),
          })}
        </Alert>
      )}
      {isReady ? (
        <>
          <p>{t('appeals:no-signature')}</p>
          <p>{t('appeals:send-what')}</p>
          <ActionForm action={sendAppealAction.bind(null, path, found.version)}>
            <SubmitButton size="lg" pendingText={t('appeals:sending')}>
              {t('appeals:send')}
            </SubmitButton>
          </ActionForm>
        </>
      ) : (
        <Alert kind="warning" title={t('appeals:not-ready-title')}>
          {t('appeals:not-ready')}
        </Alert>
      )}
    </>
  );
}
