import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { BookingFactsList } from '@/components/appointments/booking-facts-list';
import { BookingStory } from '@/components/appointments/booking-story';
import { ChangeButtons } from '@/components/appointments/next-booking';
import { ActionForm } from '@/components/forms/action-form';
import { contactWords } from '@/components/layout/contact-card';
import { Section } from '@/components/layout/section';
import { Alert } from '@/components/ui/alert';
import { BackLink } from '@/components/ui/breadcrumbs';
import { ButtonGroup, ButtonLink } from '@/components/ui/button';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextLink } from '@/components/ui/text-link';
import { deedOf, mayComeTo } from '@/lib/appointments/domain/booking-situation';
import { type BookingView, getBooking } from '@/lib/appointments/queries/get-booking';
import { getEarlierWish } from '@/lib/appointments/queries/get-earlier-wish';
import { addDays, dateInSweden } from '@/lib/kernel/calendar-date';
import { instantText } from '@/lib/kernel/date-text';
import { now } from '@/lib/platform/clock';
import { href, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { getTenant } from '@/lib/tenants/queries/get-tenant';
import { orNotFound } from '../../not-found-page';
import { type ResidentParams, residentPage } from '../../resident-page';
import { pickerPath } from '../picker-path';
import { DoneAlert } from './done-alert';
import { EarlierSection } from './earlier-section';
import { noNewTime } from './no-new-time-action';

interface Props extends ResidentParams<{ bookingId: string }> {
  searchParams: Promise<{ done?: string | string[] }>;
}

// The title names no kind of meeting: it stands in the browser's history, which others may see.
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('appointments:booking.title') };
}

/** All about one time: when, where, with whom, how to prepare, what can be done, and what has become of it. */
export default async function BookingPage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const [{ done }, booking, tenant, standing] = await Promise.all([
    props.searchParams,
    orNotFound(getBooking(actor, path.bookingId, lang)),
    getTenant(actor.tenantId),
    getEarlierWish(actor, path.bookingId),
  ]);
  // A notice of an earlier time leads to the offer, also when she has said yes to it.
  if (booking.becameTimeOf) redirect(href(lang, `/appointments/${booking.becameTimeOf}`));
  const { name } = booking.type;
  const deed = deedOf(done, booking.situation);
  const contact = contactWords(tenant.profile, lang);
  const isOff = booking.situation === 'cancelled' || booking.situation === 'taken_away';
  const isAhead = mayComeTo(booking.situation);
  return (
    <>
      <BackLink href={href(lang, '/appointments')}>{t('appointments:booking.back')}</BackLink>
      <PageHeading
        caption={
          <InLanguage lang={name.lang} on={lang}>
            {name.text}
          </InLanguage>
        }
      >
        <span className="ms-sentence">{instantText(booking.startsAt, lang)}</span>
      </PageHeading>
      {booking.situation === 'coming' && <MovedByOffice booking={booking} lang={lang} t={t} />}
      {deed && <DoneAlert deed={deed} booking={booking} contact={contact} actor={actor} lang={lang} t={t} />}
      {!deed && <Standing booking={booking} contact={contact} lang={lang} t={t} />}
      {booking.situation === 'coming' && (
        <div className="ms-stack" data-gap="sm">
          <ChangeButtons booking={booking} lang={lang} t={t} />
          <p className="ms-quiet">
            {t('calendar:entry.neutral')}{' '}
            <TextLink href={`/api/files/bookings/${booking.id}?details=1`}>
              {t('calendar:entry.detailed')}
            </TextLink>
          </p>
          {!booking.mayChange && <p>{t('appointments:call-instead', contact)}</p>}
        </div>
      )}
      {isOff && isNear(booking) && (
        <p>
          {t('calendar:entry.strike-asked')}{' '}
          <TextLink href={`/api/files/bookings/${booking.id}`} download>
            {t('calendar:entry.strike')}
          </TextLink>
        </p>
      )}
      <Section id="facts" title={t('appointments:booking.facts')}>
        <BookingFactsList booking={booking} lang={lang} t={t} />
      </Section>
      {booking.prepare && isAhead && (
        <Section id="prepare" title={t('appointments:booking.prepare')}>
          <Said words={booking.prepare} lang={lang} />
        </Section>
      )}
      {booking.way === 'visit' && booking.place && isAhead && (
        <Section id="directions" title={t('appointments:booking.directions')}>
          {booking.directions && <Said words={booking.directions} lang={lang} />}
          <p>
            {t(`appointments:booking.${booking.isStepFree ? 'step-free' : 'steps'}`)}
            {!booking.isStepFree &&
              booking.content?.needs.stepFree &&
              ` ${t(`appointments:booking.${booking.mayChange ? 'steps-though-asked' : 'steps-call'}`, contact)}`}
          </p>
        </Section>
      )}
      {booking.situation === 'coming' && booking.mayChange && (
        <EarlierSection bookingId={booking.id} standing={standing} lang={lang} t={t} />
      )}
      {booking.story.length > 0 && (
        <Section id="story" title={t('appointments:booking.story')}>
          <BookingStory events={booking.story} lang={lang} t={t} />
        </Section>
      )}
    </>
  );
}

/** To come, or so lately that it may be in the way in a calendar. */
const isNear = ({ startsAt }: BookingView): boolean =>
  dateInSweden(startsAt) >= addDays(dateInSweden(now()), -30);

function Said({ words, lang }: { words: { text: string; lang: string }; lang: Language }) {
  return (
    <p className="ms-as-written">
      <InLanguage lang={words.lang} on={lang}>
        {words.text}
      </InLanguage>
    </p>
  );
}

/** She may remember the time that she booked: that it is another one is said before anything else, until she has moved it herself. */
function MovedByOffice({ booking, lang, t }: { booking: BookingView; lang: Language; t: Translate }) {
  const [latest, before] = booking.story.filter(({ kind }) => kind !== 'earlier_offered');
  if (latest?.kind !== 'moved_by_office' || !before) return null;
  return (
    <Alert kind="warning" title={t('appointments:booking.moved-title')}>
      {t('appointments:booking.moved', { when: instantText(before.startsAt, lang) })}
    </Alert>
  );
}

/** What became of it, where it is no longer simply to come; and what she can do then. */
function Standing({
  booking,
  contact,
  lang,
  t,
}: {
  booking: BookingView;
  contact: ReturnType<typeof contactWords>;
  lang: Language;
  t: Translate;
}) {
  const { id, situation, heldUntil, story, mayBookAnew, waitsForNewTime, needsNone } = booking;
  // What was about a case is so still: its officer is told of the new time, and it stands there.
  const anew = pickerPath(`/appointments/book/${booking.type.slug}`, { caseId: booking.case?.id });
  if (situation === 'coming') return null;
  if (situation === 'held' || situation === 'offered')
    return (
      <Alert kind="warning" title={t(`appointments:booking.${situation}-title`)}>
        <p>{t(`appointments:booking.${situation}`)}</p>
        {situation === 'offered' && heldUntil && (
          <p>
            <strong>{t('appointments:offered.until', { when: instantText(heldUntil, lang) })}</strong>
          </p>
        )}
        <ButtonLink href={href(lang, `/appointments/${id}/confirm`)} iconAfter="arrow">
          {t(`appointments:${situation}.button`)}
        </ButtonLink>
      </Alert>
    );
  const isLost = situation === 'taken_away';
  const isGone = situation !== 'kept' && situation !== 'been';
  const why = isLost && story[0]?.reason;
  return (
    <Alert kind={isLost && !needsNone ? 'warning' : 'info'} title={t(`appointments:situation.${situation}`)}>
      {/* The same element before and after she has answered: what changes in it is read out. */}
      <p role={isLost ? 'status' : undefined}>
        {t(`appointments:booking.${situation}`, contact)}
        {needsNone && ` ${t('appointments:taken-away.needs-none')}`}
      </p>
      {why && (
        <div>
          <p>{t('appointments:taken-away.why')}</p>
          <p className="ms-as-written" dir="auto">
            {why}
          </p>
        </div>
      )}
      {isGone && !mayBookAnew && <p>{t('appointments:booking.call-for-new', contact)}</p>}
      <ButtonGroup>
        {isGone && mayBookAnew && (
          <ButtonLink href={href(lang, anew)} variant={waitsForNewTime ? 'primary' : 'secondary'}>
            {t('appointments:booking.book-new')}
          </ButtonLink>
        )}
        {waitsForNewTime && (
          <ActionForm action={noNewTime.bind(null, id)}>
            <SubmitButton pendingText={t('common:working')} variant="tertiary">
              {t('appointments:taken-away.need-none')}
            </SubmitButton>
          </ActionForm>
        )}
      </ButtonGroup>
    </Alert>
  );
}
