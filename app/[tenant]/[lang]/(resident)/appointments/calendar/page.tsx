import type { Metadata } from 'next';
import { FeedForm } from '@/components/appointments/feed-form';
import { ActionForm } from '@/components/forms/action-form';
import { Section } from '@/components/layout/section';
import { Alert } from '@/components/ui/alert';
import { BackLink } from '@/components/ui/breadcrumbs';
import { InstantText } from '@/components/ui/date-text';
import { Details } from '@/components/ui/details';
import { PageHeading } from '@/components/ui/page-heading';
import { SubmitButton } from '@/components/ui/submit-button';
import { SummaryList } from '@/components/ui/summary-list';
import { getMyCalendarFeed, type MyCalendarFeed } from '@/lib/appointments/queries/get-my-calendar-feed';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { dateText } from '@/lib/kernel/date-text';
import { href, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { type ResidentParams, residentPage } from '../../resident-page';
import { endFeed, makeFeed } from './actions';

interface Props extends ResidentParams {
  searchParams: Promise<{ ended?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('calendar:page.title') };
}

const programs = ['iphone', 'android', 'outlook', 'other'] as const;

/** Her times in her own calendar: an address that it reads by itself, which she makes, replaces and ends here. */
export default async function CalendarPage(props: Props) {
  const { lang, t, actor } = await residentPage(props);
  const [feed, { ended }] = await Promise.all([getMyCalendarFeed(actor), props.searchParams]);
  return (
    <>
      <BackLink href={href(lang, '/appointments')}>{t('calendar:page.back')}</BackLink>
      <PageHeading lead={t('calendar:page.lead')}>{t('calendar:page.title')}</PageHeading>
      {ended && !feed && (
        <Alert kind="success" live="status">
          {t('calendar:page.ended')}
        </Alert>
      )}
      <Section id="address" title={t('calendar:page.address')}>
        <p>{t('calendar:page.secret')}</p>
        {feed && <FeedFacts feed={feed} lang={lang} t={t} />}
        <FeedForm
          action={makeFeed}
          isSecond={feed !== null}
          texts={{
            once: feed ? t('calendar:page.once') : undefined,
            make: t(feed ? 'calendar:page.renew' : 'calendar:page.make'),
            working: t('common:working'),
            made: t('calendar:page.made'),
            label: t('calendar:page.label'),
            help: t('calendar:page.help'),
            copy: t('calendar:page.copy'),
            copied: t('calendar:page.copied'),
          }}
        />
      </Section>
      <Section id="how" title={t('calendar:page.how')}>
        {programs.map((program) => (
          <Details key={program} summary={t(`calendar:how.${program}.title`)}>
            <p>{t(`calendar:how.${program}.text`)}</p>
          </Details>
        ))}
        <p>{t('calendar:page.slow')}</p>
      </Section>
      {feed && (
        <Section id="end" title={t('calendar:page.end-title')}>
          <p>{t('calendar:page.end-text')}</p>
          <ActionForm action={endFeed}>
            <input type="hidden" name="feed" value={feed.id} />
            <SubmitButton pendingText={t('common:working')} variant="secondary" color="danger">
              {t('calendar:page.end')}
            </SubmitButton>
          </ActionForm>
        </Section>
      )}
    </>
  );
}

function FeedFacts({ feed, lang, t }: { feed: MyCalendarFeed; lang: Language; t: Translate }) {
  return (
    <SummaryList
      rows={[
        { term: t('calendar:page.since'), value: <InstantText at={feed.createdAt} lang={lang} /> },
        {
          term: t('calendar:page.read'),
          value: feed.readAt ? dateText(dateInSweden(feed.readAt), lang) : t('calendar:page.never-read'),
        },
      ]}
    />
  );
}
