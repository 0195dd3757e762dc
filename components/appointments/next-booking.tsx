import { ButtonGroup, ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Heading } from '@/components/ui/heading';
import { InLanguage } from '@/components/ui/in-language';
import { Tag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import { daysAwayText, instantText } from '@/lib/kernel/date-text';
import type { Said } from '@/lib/kernel/said';
import { href, type Language, type Translate } from '@/lib/platform/i18n';
import { type BookingLine, BookingLines, WhenText } from './booking-lines';

export interface NextBookingFacts extends BookingLine {
  id: string;
  type: { name: Said };
  prepare: Said | null;
  mayChange: boolean;
  changeableUntil: Date;
  /** the municipality gave her this time instead of the one that she chose */
  isMovedByOffice?: boolean;
}

/** The next time, large: when, where, with whom, what to bring, and what she can do about it. */
export function NextBooking({
  booking,
  today,
  level = 3,
  lang,
  t,
}: {
  booking: NextBookingFacts;
  today: CalendarDate;
  level?: 2 | 3;
  lang: Language;
  t: Translate;
}) {
  const { id, type, startsAt, endsAt, prepare, isMovedByOffice } = booking;
  const path = `/appointments/${id}`;
  return (
    <Card as="article" tinted color="accent" labelledBy={`booking-${id}`}>
      <Heading level={level} size="sm" id={`booking-${id}`}>
        <TextLink href={href(lang, path)}>
          <InLanguage lang={type.name.lang} on={lang}>
            {type.name.text}
          </InLanguage>
        </TextLink>
      </Heading>
      <p className="ms-booking-when">
        <WhenText startsAt={startsAt} endsAt={endsAt} lang={lang} />
        <span className="ms-booking-away">{daysAwayText(dateInSweden(startsAt), today, lang)}</span>
      </p>
      {isMovedByOffice && (
        <p>
          <Tag color="warning">{t('appointments:list.moved')}</Tag>
        </p>
      )}
      <BookingLines {...booking} t={t} />
      {prepare && (
        <p>
          <strong>{t('appointments:prepare')}:</strong>{' '}
          <InLanguage lang={prepare.lang} on={lang}>
            {prepare.text}
          </InLanguage>
        </p>
      )}
      <ChangeButtons booking={booking} lang={lang} t={t} />
    </Card>
  );
}

/** Move and cancel for as long as she can, said with until when; and the way to a meeting by video, first when it is near. */
export function ChangeButtons({
  booking: { id, way, mayChange, changeableUntil },
  lang,
  t,
}: {
  booking: Pick<NextBookingFacts, 'id' | 'way' | 'mayChange' | 'changeableUntil'>;
  lang: Language;
  t: Translate;
}) {
  const path = `/appointments/${id}`;
  const video = { href: href(lang, `${path}/meeting`), icon: 'video' } as const;
  return (
    <>
      <ButtonGroup>
        {way === 'video' && !mayChange && <ButtonLink {...video}>{t('calendar:meeting.button')}</ButtonLink>}
        {mayChange && (
          <>
            <ButtonLink href={href(lang, `${path}/move`)}>{t('appointments:move.button')}</ButtonLink>
            <ButtonLink href={href(lang, `${path}/cancel`)} variant="secondary">
              {t('appointments:cancel.button')}
            </ButtonLink>
          </>
        )}
        <ButtonLink
          href={`/api/files/bookings/${id}`}
          variant={mayChange ? 'tertiary' : 'secondary'}
          icon="calendar"
          download
        >
          {t('appointments:calendar')}
        </ButtonLink>
        {way === 'video' && mayChange && (
          <ButtonLink {...video} variant="secondary">
            {t('calendar:meeting.button')}
          </ButtonLink>
        )}
      </ButtonGroup>
      <p className="ms-quiet">
        {t(mayChange ? 'appointments:change-until' : 'appointments:change-too-late', {
          when: instantText(changeableUntil, lang),
        })}
      </p>
    </>
  );
}
