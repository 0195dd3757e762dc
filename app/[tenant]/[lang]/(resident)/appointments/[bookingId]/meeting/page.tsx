import type { Metadata } from 'next';
import { RefreshAt } from '@/components/appointments/refresh-at';
import { contactWords } from '@/components/layout/contact-card';
import { Alert } from '@/components/ui/alert';
import { BackLink } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/page-heading';
import { getVideoMeeting } from '@/lib/appointments/queries/get-video-meeting';
import { instantText, timeText } from '@/lib/kernel/date-text';
import { href, type Language, texts } from '@/lib/platform/i18n';
import { getTenant } from '@/lib/tenants/queries/get-tenant';
import { orNotFound } from '../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../resident-page';

type Props = ResidentParams<{ bookingId: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('calendar:meeting.title') };
}

/** The door to a meeting by video: says when it opens, leads there while it is open, and says when it is over. */
export default async function MeetingPage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const [meeting, tenant] = await Promise.all([
    orNotFound(getVideoMeeting(actor, path.bookingId)),
    getTenant(actor.tenantId),
  ]);
  const { door, link, isDemo } = meeting;
  const contact = contactWords(tenant.profile, lang);
  return (
    <>
      <BackLink href={href(lang, `/appointments/${path.bookingId}`)}>{t('calendar:meeting.back')}</BackLink>
      <PageHeading lead={<span className="ms-sentence">{instantText(meeting.startsAt, lang)}</span>}>
        {t('calendar:meeting.title')}
      </PageHeading>
      <div className="ms-stack" role="status">
        {door === 'not-yet' && (
          <Alert
            kind="info"
            title={t('calendar:meeting.not-yet-title', { time: timeText(meeting.opensAt, lang) })}
          >
            {t('calendar:meeting.not-yet')}
          </Alert>
        )}
        {door === 'open' && link && (
          <>
            <p>{t('calendar:meeting.open')}</p>
            <div>
              <ButtonLink href={link} size="lg" iconAfter="arrow" rel="noreferrer">
                {t('calendar:meeting.go')}
              </ButtonLink>
            </div>
          </>
        )}
        {door === 'open' && !link && (
          <Alert kind={isDemo ? 'info' : 'warning'} title={t('calendar:meeting.here-title')}>
            {isDemo ? t('calendar:meeting.demo') : t('calendar:meeting.lacking', contact)}
          </Alert>
        )}
        {door === 'over' && (
          <Alert kind="info" title={t('calendar:meeting.over-title')}>
            {t('calendar:meeting.over', contact)}
          </Alert>
        )}
      </div>
      {door !== 'over' && <p>{t('calendar:meeting.trouble', contact)}</p>}
      {door === 'not-yet' && <RefreshAt at={meeting.opensAt.getTime()} />}
      {door === 'open' && <RefreshAt at={meeting.endsAt.getTime()} />}
    </>
  );
}
