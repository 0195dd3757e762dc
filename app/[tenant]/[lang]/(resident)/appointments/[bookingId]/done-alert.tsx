import { Alert } from '@/components/ui/alert';
import { TextLink } from '@/components/ui/text-link';
import type { Deed } from '@/lib/appointments/domain/booking-situation';
import type { BookingView } from '@/lib/appointments/queries/get-booking';
import { waysOf } from '@/lib/notifications/domain/notice-choice';
import { getNoticeChoice } from '@/lib/notifications/queries/get-notice-choice';
import type { ResidentActor } from '@/lib/platform/actor';
import { href, type Language, type Translate } from '@/lib/platform/i18n';

/** What she has just done. That she will be told and reminded is said to those who will be. */
export async function DoneAlert({
  deed,
  booking,
  contact,
  actor,
  lang,
  t,
}: {
  deed: Deed;
  booking: BookingView;
  contact: { name: string; phone: string };
  actor: ResidentActor;
  lang: Language;
  t: Translate;
}) {
  return (
    <Alert kind="success" live="status" title={t(`appointments:done.${deed}-title`)}>
      {deed !== 'booked' && <p>{t(`appointments:done.${deed}`)}</p>}
      {deed === 'cancelled' ? (
        <p>{t(`appointments:${booking.mayBookAnew ? 'done.book-anew' : 'booking.call-for-new'}`, contact)}</p>
      ) : (
        <Told isReminderAhead={booking.isReminderAhead} actor={actor} lang={lang} t={t} />
      )}
    </Alert>
  );
}

async function Told({
  isReminderAhead,
  actor,
  lang,
  t,
}: {
  isReminderAhead: boolean;
  actor: ResidentActor;
  lang: Language;
  t: Translate;
}) {
  const choice = await getNoticeChoice(actor);
  const told = waysOf('meeting', choice.ways, choice);
  const isTold = 'channels' in told;
  return (
    <>
      <p>
        {t(`appointments:done.${isTold ? 'told' : told.drop}`)}
        {isTold && isReminderAhead && ` ${t('appointments:done.reminded')}`}
      </p>
      {!isTold && told.drop !== 'protected-identity' && (
        <p>
          <TextLink href={href(lang, '/settings/notices')}>{t('appointments:done.choose-notices')}</TextLink>
        </p>
      )}
    </>
  );
}
