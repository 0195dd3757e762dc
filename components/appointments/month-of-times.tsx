import { Section } from '@/components/layout/section';
import { Pagination } from '@/components/ui/pagination';
import type { DayCount } from '@/lib/appointments/domain/day-parts';
import type { Month } from '@/lib/appointments/domain/month';
import type { Week } from '@/lib/appointments/domain/week';
import type { CalendarDate } from '@/lib/kernel/calendar-date';
import { dayInMonthText, monthText, weekdayTexts } from '@/lib/kernel/date-text';
import type { Language, Translate } from '@/lib/platform/i18n';
import { dayId } from './time-list';

export const MONTH = 'month';

/** A month as an aid beside the list: days with times lead to them in the list, and months without times are passed by. */
export function MonthOfTimes({
  month: { first, weeks, previous, next },
  shown,
  hrefOf,
  lang,
  t,
}: {
  month: Month;
  /** what the list shows */
  shown: Pick<Week, 'from' | 'to'>;
  /** the page with the week of a day */
  hrefOf: (day: CalendarDate) => string;
  lang: Language;
  t: Translate;
}) {
  const isShown = (date: CalendarDate) => date >= shown.from && date <= shown.to;
  const toDay = (date: CalendarDate) => `${isShown(date) ? '' : hrefOf(date)}#${dayId(date)}`;
  const toMonth = (date: CalendarDate | null) => date && `${hrefOf(date)}#${MONTH}`;
  return (
    <Section id={MONTH} title={t('appointments:month.title')}>
      <p>{t('appointments:month.help')}</p>
      <table className="ms-month">
        <caption>{monthText(first, lang)}</caption>
        <thead>
          <tr>
            {/* The second week is always whole. */}
            {weeks[1]?.map((day) => day && <DayOfWeek key={day.date} date={day.date} lang={lang} />)}
          </tr>
        </thead>
        <tbody>
          {weeks.map((days, at) => (
            <tr key={at} data-shown={days.some((day) => day && isShown(day.date)) || undefined}>
              {days.map((day, column) => (
                <td key={column}>{day && <Day day={day} href={toDay(day.date)} lang={lang} t={t} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Pagination
        label={t('appointments:month.others')}
        previous={toMonth(previous)}
        next={toMonth(next)}
        texts={{
          previous: previous ? monthText(previous, lang) : '',
          next: next ? monthText(next, lang) : '',
        }}
      />
    </Section>
  );
}

function DayOfWeek({ date, lang }: { date: CalendarDate; lang: Language }) {
  const { whole, short } = weekdayTexts(date, lang);
  return (
    <th scope="col">
      <span aria-hidden="true">{short}</span>
      <span className="ds-sr-only">{whole}</span>
    </th>
  );
}

/** A day without times is only its number. */
function Day({
  day: { date, count },
  href,
  lang,
  t,
}: {
  day: DayCount;
  href: string;
  lang: Language;
  t: Translate;
}) {
  const number = Number(date.slice(-2));
  if (count === 0) return number;
  return (
    <a href={href}>
      <span aria-hidden="true">{number}</span>
      <span className="ds-sr-only">
        {dayInMonthText(date, lang)}, {t('appointments:times.count', { count })}
      </span>
    </a>
  );
}
