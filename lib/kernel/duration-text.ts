import type { TextLanguage } from './date-text';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

// One unit is enough to act on; each is used until the next says it about as well.
const units = [
  ['day', DAY, 2 * DAY],
  ['hour', HOUR, 2 * HOUR],
  ['minute', MINUTE, 2 * MINUTE],
  ['second', SECOND, SECOND],
] as const;

/** How long, in the unit that says it best: "0,3 sekunder", "12 sekunder", "90 minuter", "26 timmar", "3 dygn". */
export function durationText(ms: number, lang: TextLanguage): string {
  const [unit, length] = units.find(([, , from]) => ms >= from) ?? ['second', SECOND];
  const amount = ms / length;
  return new Intl.NumberFormat(lang === 'en' ? 'en-GB' : lang, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: amount < 10 && unit === 'second' ? 1 : 0,
    roundingMode: 'floor',
  }).format(Math.max(0, amount));
}
