import { randomBytes, randomUUID, randomUUIDv7 } from 'node:crypto';

/** A new row id: random UUID (v4). Never an access right by itself, but not guessable either. */
export const newId = (): string => randomUUID();

let latest = '';

/** A new row id that sorts after those made before it (v7): for what is read in the order in which it happened. */
export function newOrderedId(): string {
  const before = latest;
  const isOfSameMoment = () => latest.slice(0, TIME_DIGITS) === before.slice(0, TIME_DIGITS);
  do latest = randomUUIDv7();
  while (latest < before && isOfSameMoment());
  return latest;
}
/** of a v7, with the hyphen in them: milliseconds */
const TIME_DIGITS = 13;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a text from a URL can be an id at all; anything else is simply not found. */
export const isId = (text: string): boolean => UUID.test(text);

// No 0/O, 1/I/L, 5/S or 8/B: these numbers are read aloud on the phone.
const SPOKEN = '234679ACDEFGHJKMNPQRTUVWXYZ';

/** A number people can read to each other, e.g. "GRA-2026-7K3F9Q". The database's unique index has the last word. */
export function newCaseNumber(tenantId: string, year: number): string {
  let tail = '';
  while (tail.length < 7) {
    for (const byte of randomBytes(16)) {
      // Bytes past the largest multiple are thrown away, so that every sign is as likely.
      if (byte < SPOKEN.length * Math.floor(256 / SPOKEN.length) && tail.length < 7) {
        tail += SPOKEN[byte % SPOKEN.length];
      }
    }
  }
  return `${tenantId.slice(0, 3).toUpperCase()}-${year}-${tail}`;
}
