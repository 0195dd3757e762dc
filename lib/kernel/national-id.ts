import personnummer from 'personnummer';
import { type CalendarDate, dateInSweden, parseCalendarDate } from './calendar-date';

/** A Swedish personal or coordination number, 12 digits. */
export type NationalId = string & { readonly __nationalId: unique symbol };

/**
 * The 12-digit number of what somebody typed ("420709-9146", "19420709 9146"), or null.
 * Ten digits are read with the century that makes the person younger than 100 ("+" says over 100).
 * The library checks form and check digit; births in the future, over 125 years ago and serial 000 are ours to refuse.
 */
export function parseNationalId(text: string, now: Date): NationalId | null {
  const compact = text.trim().replace(/[\s–−]/g, (sign) => (/\s/.test(sign) ? '' : '-'));
  if (!/^\d{6}(\d{2})?[-+]?\d{4}$/.test(compact)) return null;
  const options = { allowCoordinationNumber: true, allowInterimNumber: false };
  if (!personnummer.valid(compact, options)) return null;
  const twelve = personnummer.parse(compact, options).format(true);
  if (twelve.slice(8, 11) === '000') return null;
  const born = birthDate(twelve as NationalId);
  const today = dateInSweden(now);
  if (!born || born > today || Number(today.slice(0, 4)) - Number(born.slice(0, 4)) > 125) return null;
  return twelve as NationalId;
}

const UUIDS = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const LIKE_A_NUMBER = /(?<!\d)\d{6}(\d{2})?[-+\s–−]?\d{4}(?!\d)/g;

/** Whether a personal or coordination number stands anywhere in a text. In a UUID ten digits may look like one by chance. */
export const holdsNationalId = (text: string, now: Date): boolean =>
  [...text.replace(UUIDS, ' ').matchAll(LIKE_A_NUMBER)].some(
    ([found]) => parseNationalId(found, now) !== null,
  );

/** The date of birth; in a coordination number the day is written 60 higher. */
export function birthDate(id: NationalId): CalendarDate | null {
  const day = Number(id.slice(6, 8));
  const realDay = String(day > 60 ? day - 60 : day).padStart(2, '0');
  return parseCalendarDate(`${id.slice(0, 4)}-${id.slice(4, 6)}-${realDay}`);
}

/** "19420709-9146", as people write it. */
export const formatNationalId = (id: NationalId): string => `${id.slice(0, 8)}-${id.slice(8)}`;
