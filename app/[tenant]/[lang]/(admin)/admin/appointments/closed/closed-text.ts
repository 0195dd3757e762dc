import type { ClosedTime } from '@/lib/appointments/queries/list-closed';
import { dateText, shortDateText, timeSpanText } from '@/lib/kernel/date-text';
import type { StaffLanguage, Translate } from '@/lib/platform/i18n';

/** "tisdag 1 december 2026 kl. 10.00–12.00", "tisdag 1 december 2026", "1 december 2026 till 4 december 2026" */
export function closedText({ from, to, part }: ClosedTime, lang: StaffLanguage, t: Translate): string {
  if (part)
    return t('hours:part.of-day', {
      date: dateText(from, lang),
      hours: timeSpanText(part.startsAt, part.endsAt, lang),
    });
  return from === to
    ? dateText(from, lang)
    : t('hours:closed.from-to', { from: shortDateText(from, lang), to: shortDateText(to, lang) });
}
