import type { Metadata } from 'next';
import { AppealContent, AppealFacts } from '@/components/cases/appeal-content';
import { Section } from '@/components/layout/section';
import { LiveUpdates } from '@/components/live/live-updates';
import { Alert } from '@/components/ui/alert';
import { BackLink } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/page-heading';
import { Prose } from '@/components/ui/prose';
import { getAppeal } from '@/lib/cases/queries/get-appeal';
import { dateText, instantText } from '@/lib/kernel/date-text';
import { isolated } from '@/lib/kernel/isolated';
import { formatNationalId } from '@/lib/kernel/national-id';
import { now } from '@/lib/platform/clock';
import { href, type Language, texts } from '@/lib/platform/i18n';
import { orNotFound } from '../../../../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../../../../resident-page';

type Props = ResidentParams<{ caseId: string; decisionId: string; appealId: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('appeals:sent-title') };
}

/** That the appeal has come in, when and under which number, the receipt, and what happens now. */
export default async function SentAppealPage(props: Props) {
  const since = now().getTime();
  const { lang, t, actor, path } = await residentPage(props);
  const found = await orNotFound(getAppeal(actor, path, lang));
  const { content, lastOn, sentAt, number } = found;
  return (
    <>
      <BackLink href={href(lang, `/cases/${path.caseId}/decisions/${path.decisionId}`)}>
        {t('appeals:back-to-decision')}
      </BackLink>
      <PageHeading>{t('appeals:sent-title')}</PageHeading>
      <LiveUpdates since={since} updated={t('cases:live.updated')} />
      <Alert kind="success">
        <p>
          <strong>
            {t('appeals:sent-text', { when: instantText(sentAt, lang), number: isolated(number) })}
          </strong>
        </p>
        <p>{t(found.receivedAt ? 'appeals:sent-received' : 'appeals:sent-waiting')}</p>
        {found.isLate && <p>{t('appeals:late-text')}</p>}
      </Alert>
      <Section id="receipt" title={t('appeals:receipt-title')}>
        <p>{t('appeals:receipt-text')}</p>
        <p>
          <ButtonLink href={`/api/files/appeals/${found.id}`} variant="secondary" icon="document" download>
            {t('appeals:receipt')}
          </ButtonLink>
        </p>
      </Section>
      <Section id="afterwards" title={t('appeals:afterwards')}>
        <Prose>
          <ol>
            <li>{t('appeals:afterwards-1')}</li>
            <li>{t('appeals:afterwards-2')}</li>
            <li>{t('appeals:afterwards-3')}</li>
          </ol>
          <p>{t('appeals:afterwards-4')}</p>
        </Prose>
      </Section>
      <Section id="yours" title={t('appeals:yours')}>
        <AppealFacts
          about={{ ...found, name: content.name, nationalId: formatNationalId(content.nationalId) }}
          more={lastOn ? [{ term: t('appeals:last-day'), value: dateText(lastOn, lang) }] : []}
          lang={lang}
        />
        <AppealContent content={content} files={found.files} lang={lang} />
      </Section>
    </>
  );
}
