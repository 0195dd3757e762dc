import type { OpeningView } from '@/lib/appointments/queries/list-officer-hours';
import { shortDateText } from '@/lib/kernel/date-text';
import type { StaffLanguage, Translate } from '@/lib/platform/i18n';

/** As the page's language writes it: "09.00", "09:00". */
export const clock = (minute: number, lang: StaffLanguage) =>
  [Math.floor((minute % 1440) / 60), minute % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(lang === 'sv' ? '.' : ':');

/** An opening in a line: "Varannan vecka på tisdag och torsdag, kl. 09.00–12.00, från 24 november 2026". */
export function openingText(
  { startsOn, fromMinute, minutes, repetition }: OpeningView,
  lang: StaffLanguage,
  t: Translate,
): string {
  const date = (day: typeof startsOn) => shortDateText(day, lang);
  const isNextDay = fromMinute + minutes > 1440;
  const hours = t(isNextDay ? 'hours:opening.from-to-next-day' : 'hours:opening.from-to', {
    from: clock(fromMinute, lang),
    to: clock(fromMinute + minutes, lang),
  });
  if (repetition === null) return `${t('hours:opening.once', { date: date(startsOn) })}, ${hours}`;
  const since = t('hours:opening.since', { date: date(startsOn) });
  if (typeof repetition === 'string') return [repetition, hours, since].join(', ');
  const { weekdays, everyWeeks, until } = repetition;
  return [
    [
      everyWeeks >= 1 && everyWeeks <= 4
        ? t(`hours:opening.every-${everyWeeks as 1 | 2 | 3 | 4}`)
        : t('hours:opening.every-n', { count: everyWeeks }),
      new Intl.ListFormat(lang).format(weekdays.map((day) => t(`hours:opening.day-${day as 1}`))),
    ].join(t('hours:opening.on')),
    hours,
    since,
    ...(until ? [t('hours:opening.last', { date: date(until) })] : []),
  ].join(', ');
}
