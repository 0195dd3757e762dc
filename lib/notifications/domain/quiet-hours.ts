/** Whole hours on the clock in Sweden, past midnight where `to` is the smaller. They differ. */
export interface QuietHours {
  from: number;
  to: number;
}

const MINUTE = 60_000;
const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Minutes past midnight, as the clock on a Swedish wall shows it. */
function minutesInSweden(at: Date): number {
  const parts = clock.formatToParts(at);
  const get = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return get('hour') * 60 + get('minute');
}

export function isQuiet({ from, to }: QuietHours, at: Date): boolean {
  const hour = Math.floor(minutesInSweden(at) / 60);
  return from < to ? hour >= from && hour < to : hour >= from || hour < to;
}

/**
 * When the quiet hours that `at` lies in are over, or null where it lies in none. By the clock on the wall: the night
 * when summer time begins is an hour shorter, and the night when it ends an hour longer.
 */
export function quietUntil(quiet: QuietHours, at: Date): Date | null {
  if (!isQuiet(quiet, at)) return null;
  const wholeMinute = Math.floor(at.getTime() / MINUTE) * MINUTE;
  const minutesLeft = (quiet.to * 60 - minutesInSweden(at) + 1440) % 1440;
  // The clock is moved by an hour at most, so the end is that far from where the clock says it is, or just there. Where
  // all that isn't quiet is the hour that summer time leaves out, it is the same hour of the day after.
  for (const moved of [-60, 0, 60, 1440 - 60, 1440, 1440 + 60]) {
    const end = new Date(wholeMinute + (minutesLeft + moved) * MINUTE);
    if (end > at && !isQuiet(quiet, end)) return end;
  }
  throw new Error('Quiet hours without an end');
}
