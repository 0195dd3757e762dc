import type { PrefillSource } from '@/lib/catalogue/domain/form-shape';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { shortDateText, type TextLanguage } from '@/lib/kernel/date-text';

type Key = `applications:origin.${'contact' | 'earlier' | 'register'}`;

/** Where an answer stood beforehand, for those who read it where it can't be changed. */
export function originText(
  { source, on }: { source: PrefillSource; on: string },
  language: TextLanguage,
  t: (key: Key, values: { date: string }) => string,
): string {
  const from = source === 'earlier' ? 'earlier' : source.startsWith('contact-') ? 'contact' : 'register';
  return t(`applications:origin.${from}`, { date: shortDateText(calendarDate(on), language) });
}
