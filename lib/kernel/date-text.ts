import { type CalendarDate, daysBetween, toDbDate } from './calendar-date';

/** The portal's languages, the first of them where no other is asked for; a municipality offers some of them. */
export const textLanguages = ['sv', 'en', 'fi', 'ar'] as const;
export type TextLanguage = (typeof textLanguages)[number];

// Arabic pages write western digits, as Swedish authorities' Arabic pages do: they must match letters and numbers on paper.
const tags: Record<TextLanguage, string> = { sv: 'sv-SE', en: 'en-GB', fi: 'fi-FI', ar: 'ar-u-nu-latn' };

const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const formats = {
  date: { timeZone: 'UTC', weekday: 'long', ...day },
  short: { timeZone: 'UTC', ...day },
  day: { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' },
  'day-in-month': { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' },
  month: { timeZone: 'UTC', month: 'long', year: 'numeric' },
  weekday: { timeZone: 'UTC', weekday: 'long' },
  'short-weekday': { timeZone: 'UTC', weekday: 'short' },
  'one-letter-weekday': { timeZone: 'UTC', weekday: 'narrow' },
  instant: { timeZone: 'Europe/Stockholm', weekday: 'long', ...day },
  time: { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
type Format = keyof typeof formats;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(lang: TextLanguage, format: Format): Intl.DateTimeFormat {
  const key = `${lang} ${format}`;
  let made = formatters.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(tags[lang], formats[format]);
    formatters.set(key, made);
  }
  return made;
}

const NO_BREAK = '\u00a0';
/** A dash lets the line end after it, but not before this, which is nothing to look at. */
const DASH = '–\u2060';

/**
 * What the line's end must not part on a narrow screen stands with a space that doesn't break: a day from its month, and a
 * time of day from "kl.". Newer versions of the language data put a comma after the English weekday; British public writing
 * has none. And where they part days from each other by thin spaces, the dash stays at the first. Figures from and to stay
 * together too.
 */
const whole = (text: string, lang: TextLanguage): string =>
  (lang === 'en' ? text.replace(',', '') : text)
    .replace(/(?<=\d\.?) (?=\p{L})/gu, NO_BREAK)
    .replace(/\u2009–\u2009/, `${NO_BREAK}– `)
    .replace(/(?<=\d\.?)–(?=\d+\.?\u00a0)/, DASH);
const formatted = (date: CalendarDate, format: Format, lang: TextLanguage): string =>
  whole(formatter(lang, format).format(toDbDate(date)), lang);

/** "tisdag 24 november 2026", "Tuesday 24 November 2026"; in Finnish as when something happens: "tiistaina …" */
export const dateText = (date: CalendarDate, lang: TextLanguage): string => formatted(date, 'date', lang);

/** "24 november 2026" */
export const shortDateText = (date: CalendarDate, lang: TextLanguage): string =>
  formatted(date, 'short', lang);

/** From a day to another: "23–29 november 2026". In words where a dash would be read backwards. */
export const dateSpanText = (from: CalendarDate, to: CalendarDate, lang: TextLanguage): string =>
  lang === 'ar'
    ? `${shortDateText(from, lang)} إلى ${shortDateText(to, lang)}`
    : whole(formatter(lang, 'short').formatRange(toDbDate(from), toDbDate(to)), lang);

/** "tis 24 nov": a day among others of the same weeks. */
export const dayText = (date: CalendarDate, lang: TextLanguage): string => formatted(date, 'day', lang);

/** "tisdag 24 november": a day in a month that has been said. */
export const dayInMonthText = (date: CalendarDate, lang: TextLanguage): string =>
  formatted(date, 'day-in-month', lang);

/** The month of a date: "november 2026" */
export const monthText = (date: CalendarDate, lang: TextLanguage): string =>
  formatter(lang, 'month').format(toDbDate(date));

/** The day of the week of a date, whole and as it fits above a column: "tisdag" and "tis". */
export const weekdayTexts = (date: CalendarDate, lang: TextLanguage): { whole: string; short: string } => ({
  whole: formatter(lang, 'weekday').format(toDbDate(date)),
  // In Arabic the short ones are the whole ones.
  short: formatter(lang, lang === 'ar' ? 'one-letter-weekday' : 'short-weekday').format(toDbDate(date)),
});

/** The time of day in Sweden: "kl. 13.15", "13:15", "klo 8.05". */
export function timeText(at: Date, lang: TextLanguage): string {
  const parts = formatter(lang, 'time').formatToParts(at);
  const get = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const [hour, minute] = [get('hour'), get('minute')];
  const said: Record<TextLanguage, string> = {
    sv: `kl.${NO_BREAK}${hour}.${minute}`,
    en: `${hour}:${minute}`,
    fi: `klo${NO_BREAK}${Number(hour)}.${minute}`,
    ar: `الساعة${NO_BREAK}${hour}:${minute}`,
  };
  return said[lang];
}

/** From when to when on one day: "kl. 13.15–14.00", "13:15 to 14:00". In words where a dash would be read backwards. */
export function timeSpanText(from: Date, to: Date, lang: TextLanguage): string {
  const until = timeText(to, lang).replace(/^.*\s/, '');
  const joint: Record<TextLanguage, string> = { sv: DASH, en: ' to ', fi: DASH, ar: ' إلى ' };
  return `${timeText(from, lang)}${joint[lang]}${until}`;
}

/** "tisdag 24 november 2026 kl. 13.15", "Tuesday 24 November 2026 at 13:15" */
export function instantText(at: Date, lang: TextLanguage): string {
  const date = whole(formatter(lang, 'instant').format(at), lang);
  const joint = lang === 'en' ? ' at ' : lang === 'ar' ? '، ' : ' ';
  return `${date}${joint}${timeText(at, lang)}`;
}

/** How far off a date is, said as people do: "i dag", "i morgon", "om 3 dagar", "för 2 dagar sedan". */
export const daysAwayText = (date: CalendarDate, today: CalendarDate, lang: TextLanguage): string =>
  new Intl.RelativeTimeFormat(tags[lang], { numeric: 'auto' }).format(daysBetween(today, date), 'day');
