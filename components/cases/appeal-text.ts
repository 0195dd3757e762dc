import type { CalendarDate } from '@/lib/kernel/calendar-date';
import { dateText, daysAwayText } from '@/lib/kernel/date-text';
import type { Language, Translate } from '@/lib/platform/i18n';

/** How long a decision may still be appealed, or that the time has gone, in a sentence. */
export const appealText = (
  lastOn: CalendarDate,
  { today, lang, t }: { today: CalendarDate; lang: Language; t: Translate },
): string =>
  t(lastOn < today ? 'cases:outlook.when.appeal-passed' : 'cases:outlook.when.appeal', {
    date: dateText(lastOn, lang),
    away: daysAwayText(lastOn, today, lang),
  });
