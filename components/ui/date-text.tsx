import type { CalendarDate } from '@/lib/kernel/calendar-date';
import { dateText, instantText, shortDateText, type TextLanguage, timeText } from '@/lib/kernel/date-text';

/** A calendar date: "tisdag 24 november 2026", or without the weekday when `short`. */
export function DateText({
  date,
  lang,
  short = false,
}: {
  date: CalendarDate;
  lang: TextLanguage;
  short?: boolean;
}) {
  return <time dateTime={date}>{short ? shortDateText(date, lang) : dateText(date, lang)}</time>;
}

/** An instant in Swedish time: "tisdag 24 november 2026 kl. 13.15". */
export function InstantText({ at, lang, only }: { at: Date; lang: TextLanguage; only?: 'time' }) {
  return (
    <time dateTime={at.toISOString()}>{only === 'time' ? timeText(at, lang) : instantText(at, lang)}</time>
  );
}
