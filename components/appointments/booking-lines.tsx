import { Icon, type IconName } from '@/components/ui/icon';
import type { MeetingWay } from '@/lib/appointments/domain/words';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { dateText, timeSpanText } from '@/lib/kernel/date-text';
import type { Language, Translate } from '@/lib/platform/i18n';

export const wayIcons = {
  visit: 'place',
  home: 'home',
  phone: 'phone',
  video: 'video',
} as const satisfies Record<MeetingWay, IconName>;

export interface BookingLine {
  way: MeetingWay;
  startsAt: Date;
  endsAt: Date;
  place: { name: string; address: string } | null;
  officer: string | null;
}

/** The day in full, and from when to when: what she looks for first. */
export function WhenText({
  startsAt,
  endsAt,
  lang,
}: Pick<BookingLine, 'startsAt' | 'endsAt'> & { lang: Language }) {
  return (
    <time dateTime={startsAt.toISOString()} className="ms-when">
      <span className="ms-when-day">{dateText(dateInSweden(startsAt), lang)}</span>{' '}
      <span className="ms-when-time">{timeSpanText(startsAt, endsAt, lang)}</span>
    </time>
  );
}

/** How, where and with whom, a line each. */
export function BookingLines({
  way,
  place,
  officer,
  t,
}: Omit<BookingLine, 'startsAt' | 'endsAt'> & { t: Translate }) {
  return (
    <ul className="ms-plain-list ms-booking-lines">
      <li>
        <Icon name={wayIcons[way]} />
        <span>
          {t(`appointments:way.${way}`)}
          {place && way === 'visit' && (
            <>
              {': '}
              <bdi>
                {place.name}, {place.address}
              </bdi>
            </>
          )}
        </span>
      </li>
      {officer && (
        <li>
          <Icon name="person" />
          <span>{t('appointments:with', { name: `\u2068${officer}\u2069` })}</span>
        </li>
      )}
    </ul>
  );
}
