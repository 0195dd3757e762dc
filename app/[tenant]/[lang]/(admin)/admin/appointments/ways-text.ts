import type { MeetingWay } from '@/lib/appointments/domain/words';
import type { StaffLanguage, Translate } from '@/lib/platform/i18n';

/** The ways of meeting in a line, as staff say them: "Besök, hembesök, telefon". A place stands by its visits. */
export function waysText(
  ways: readonly MeetingWay[],
  lang: StaffLanguage,
  t: Translate,
  place?: string,
): string {
  const line = ways
    .map((way) =>
      way === 'visit' && place ? t('meetings:ways.visit-at', { place }) : t(`meetings:ways.${way}`),
    )
    .join(', ');
  return line.charAt(0).toLocaleUpperCase(lang) + line.slice(1);
}
