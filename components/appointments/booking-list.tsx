import { LinkCard } from '@/components/ui/card';
import { InstantText } from '@/components/ui/date-text';
import { InLanguage } from '@/components/ui/in-language';
import { Tag, type TagColor } from '@/components/ui/tag';
import type { BookingSituation } from '@/lib/appointments/domain/booking-situation';
import type { Said } from '@/lib/kernel/said';
import { href, type Language, type Translate } from '@/lib/platform/i18n';
import { type BookingLine, BookingLines } from './booking-lines';

export interface BookingInList extends BookingLine {
  id: string;
  situation: BookingSituation;
  type: { name: Said };
  /** the municipality gave her this time instead of the one that she chose */
  isMovedByOffice?: boolean;
}

const colors = {
  kept: 'success',
  missed: 'warning',
  cancelled: 'neutral',
  taken_away: 'warning',
} as const satisfies Partial<Record<BookingSituation, TagColor>>;

const isJudged = (situation: BookingSituation): situation is keyof typeof colors => situation in colors;

/** Times in a list, each a link to all about it. What became of those that have been stands in a tag. */
export function BookingList({
  bookings,
  lang,
  t,
  level = 3,
}: {
  bookings: readonly BookingInList[];
  lang: Language;
  t: Translate;
  level?: 2 | 3 | 4;
}) {
  return (
    <ul className="ms-plain-list ms-stack">
      {bookings.map((one) => (
        <li key={one.id}>
          <LinkCard
            level={level}
            icon="calendar"
            href={href(lang, `/appointments/${one.id}`)}
            title={
              <span className="ms-sentence">
                <InstantText at={one.startsAt} lang={lang} />
              </span>
            }
            meta={
              isJudged(one.situation) ? (
                <Tag color={colors[one.situation]}>{t(`appointments:situation.${one.situation}`)}</Tag>
              ) : (
                one.isMovedByOffice && <Tag color="warning">{t('appointments:list.moved')}</Tag>
              )
            }
          >
            <p>
              <InLanguage lang={one.type.name.lang} on={lang}>
                {one.type.name.text}
              </InLanguage>
            </p>
            <BookingLines {...one} t={t} />
          </LinkCard>
        </li>
      ))}
    </ul>
  );
}
