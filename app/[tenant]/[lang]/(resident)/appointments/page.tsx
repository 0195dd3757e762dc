import type { Metadata } from 'next';
import { BookingList } from '@/components/appointments/booking-list';
import { EndedInvitations } from '@/components/appointments/ended-invitations';
import { InvitationCards } from '@/components/appointments/invitation-cards';
import { NextBooking } from '@/components/appointments/next-booking';
import { WaitingCards } from '@/components/appointments/waiting-cards';
import { contactWords } from '@/components/layout/contact-card';
import { Section } from '@/components/layout/section';
import { LiveUpdates } from '@/components/live/live-updates';
import { ButtonLink } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { TextLink } from '@/components/ui/text-link';
import { listMyBookings } from '@/lib/appointments/queries/list-my-bookings';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { now } from '@/lib/platform/clock';
import { href, type Language, texts } from '@/lib/platform/i18n';
import { getTenant } from '@/lib/tenants/queries/get-tenant';
import { type ResidentParams, residentPage } from '../resident-page';

export async function generateMetadata({ params }: ResidentParams): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('appointments:list.title') };
}

/** Of the times after her next that stand open; the others are one press away. */
const OPEN_TIMES = 5;

/** All her times: what waits for her first, then the next one large, then the others. */
export default async function AppointmentsPage(props: ResidentParams) {
  const since = now().getTime();
  const { lang, t, actor } = await residentPage(props);
  const [mine, tenant] = await Promise.all([listMyBookings(actor, lang), getTenant(actor.tenantId)]);
  const { held, offered, takenAway, invitations, endedInvitations, coming, earlier } = mine;
  const [next, ...later] = coming;
  const today = dateInSweden(now());
  const isWaiting = held.length + offered.length + takenAway.length + invitations.length > 0;
  const book = (
    <ButtonLink href={href(lang, '/appointments/book')} icon="calendar" size="lg">
      {t('appointments:list.book')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeading lead={t('appointments:list.lead')}>{t('appointments:list.title')}</PageHeading>
      <LiveUpdates since={since} updated={t('cases:live.updated')} />
      {isWaiting && (
        <Section id="waiting" title={t('appointments:list.waiting')}>
          <div className="ms-stack">
            <WaitingCards held={held} offered={offered} takenAway={takenAway} lang={lang} t={t} />
            <InvitationCards invitations={invitations} lang={lang} t={t} />
          </div>
        </Section>
      )}
      <EndedInvitations
        invitations={endedInvitations}
        contact={contactWords(tenant.profile, lang)}
        lang={lang}
        t={t}
      />
      {next ? (
        <>
          <Section id="next" title={t('appointments:list.next')}>
            <NextBooking booking={next} today={today} lang={lang} t={t} />
          </Section>
          {later.length > 0 && (
            <Section id="later" title={t('appointments:list.later')}>
              <BookingList bookings={later.slice(0, OPEN_TIMES)} lang={lang} t={t} />
              {later.length > OPEN_TIMES && (
                <Details summary={t('appointments:list.further')}>
                  <BookingList bookings={later.slice(OPEN_TIMES)} lang={lang} t={t} />
                </Details>
              )}
            </Section>
          )}
          <div>{book}</div>
        </>
      ) : (
        <EmptyState level={2} icon="calendar" title={t('appointments:list.empty-title')} action={book}>
          {t('appointments:list.empty-text')}
        </EmptyState>
      )}
      {earlier.length > 0 && (
        <Details summary={t('appointments:list.earlier')}>
          <BookingList bookings={earlier} lang={lang} t={t} />
        </Details>
      )}
      <p>
        <TextLink href={href(lang, '/appointments/calendar')}>{t('calendar:page.link')}</TextLink>
      </p>
    </>
  );
}
