import { BookingList } from '@/components/appointments/booking-list';
import { EndedInvitations } from '@/components/appointments/ended-invitations';
import { InvitationCards } from '@/components/appointments/invitation-cards';
import { WaitingCards } from '@/components/appointments/waiting-cards';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import type { TypeInList } from '@/lib/appointments/queries/list-bookable-types';
import type { MyBookings } from '@/lib/appointments/queries/list-my-bookings';
import { href, type Language, type Translate } from '@/lib/platform/i18n';

/** Her times about the case, what she is asked to book, and the way to book. Nothing where no meeting belongs to it. */
export function CaseAppointments({
  caseId,
  bookings: { held, offered, takenAway, invitations, endedInvitations, coming, earlier },
  bookable,
  contact,
  lang,
  t,
}: {
  caseId: string;
  bookings: MyBookings;
  bookable: readonly TypeInList[];
  /** whom to call */
  contact: { name: string; phone: string };
  lang: Language;
  t: Translate;
}) {
  const times = [...coming, ...earlier];
  const waiting = held.length + offered.length + takenAway.length + invitations.length;
  const mayBook = bookable.some(({ audience }) => audience === 'service');
  if (times.length + waiting + endedInvitations.length === 0 && !mayBook) return null;
  return (
    <Section id="appointments" title={t('appointments:case.title')}>
      {waiting > 0 && (
        <div className="ms-stack">
          <WaitingCards held={held} offered={offered} takenAway={takenAway} lang={lang} t={t} />
          <InvitationCards invitations={invitations} lang={lang} t={t} />
        </div>
      )}
      <EndedInvitations invitations={endedInvitations} contact={contact} level={3} lang={lang} t={t} />
      {times.length > 0 && <BookingList bookings={times} lang={lang} t={t} />}
      {times.length + waiting === 0 && <p>{t('appointments:case.none')}</p>}
      {mayBook && (
        <p>
          <ButtonLink
            variant="secondary"
            icon="calendar"
            href={href(lang, `/appointments/book?case=${caseId}`)}
          >
            {t('appointments:case.book')}
          </ButtonLink>
        </p>
      )}
    </Section>
  );
}
