import { Button } from '@/components/ui/button';
import { Heading } from '@/components/ui/heading';
import { byDay } from '@/lib/appointments/domain/day-parts';
import { writeChoice } from '@/lib/appointments/domain/time-choice';
import { dateText, instantText, timeText } from '@/lib/kernel/date-text';
import { newId } from '@/lib/kernel/ids';
import type { Language, Translate } from '@/lib/platform/i18n';

export interface TimeToTake {
  startsAt: Date;
  /** of visits */
  placeId: string | null;
  /** said where there are several places to choose among */
  placeName: string | null;
  /** a group's, or one that a back-office system has published */
  meetingId: string | null;
}

export const dayId = (date: string) => `day-${date}`;

const choiceOf = ({ startsAt, placeId, meetingId }: Omit<TimeToTake, 'placeName'>) =>
  writeChoice({
    bookingId: newId(),
    startsAt,
    placeId: placeId ?? undefined,
    meetingId: meetingId ?? undefined,
  });

/** The name of the field that a press on a time sends. */
export const TIME = 'time';

/** The first free time, said before all others, with one press to take it. Stands in the form of the times. */
export function FirstTime({
  time,
  lang,
  t,
}: {
  time: Omit<TimeToTake, 'placeName'>;
  lang: Language;
  t: Translate;
}) {
  return (
    <Button name={TIME} value={choiceOf(time)} size="lg" iconAfter="arrow">
      <span>
        {t('appointments:times.take-first')}
        {/* Seen just above; those who go from button to button hear no more than its name. */}
        <span className="ds-sr-only"> {instantText(time.startsAt, lang)}</span>
      </span>
    </Button>
  );
}

/** Times by day: a heading for each day, a list for each part of it, and each time a button that takes it. */
export function TimeList({ times, lang, t }: { times: readonly TimeToTake[]; lang: Language; t: Translate }) {
  return byDay(times).map(({ date, count, parts }) => (
    <section key={date} className="ms-day" aria-labelledby={dayId(date)}>
      <Heading level={3} id={dayId(date)}>
        {dateText(date, lang)}
      </Heading>
      <p className="ms-quiet">{t('appointments:times.count', { count })}</p>
      {parts.map(({ part, times: ofPart }) => (
        <div key={part} className="ms-day-part">
          <p aria-hidden="true">{t(`appointments:times.${part}`)}</p>
          <ul className="ms-plain-list ms-times" aria-label={t(`appointments:times.${part}`)}>
            {ofPart.map((time) => (
              <li key={`${time.startsAt.getTime()}${time.placeId}${time.meetingId}`}>
                <Button variant="secondary" name={TIME} value={choiceOf(time)}>
                  <span>{timeText(time.startsAt, lang)}</span>
                  {time.placeName && <bdi className="ms-time-place">{time.placeName}</bdi>}
                  {/* Those who go from button to button hear no heading. */}
                  <span className="ds-sr-only"> {dateText(date, lang)}</span>
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  ));
}
