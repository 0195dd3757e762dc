import type { Texts } from './appointment-type';
import { isTicked, one, type Posted, type Problems, readLine, readTexts } from './posted';

export interface PlaceToPut {
  name: string;
  address: string;
  directions: Texts;
  isStepFree: boolean;
  isOpen: boolean;
}

export interface RoomToPut {
  name: string;
  seats: number;
  isOpen: boolean;
}

/** As many as a hall holds. */
const MOST_SEATS = 500;

/** What was meant of a place, or what is wrong with it. */
export function readPlace(
  posted: Posted,
  { languages, known }: { languages: readonly string[]; known: Texts },
): { place: PlaceToPut } | { problems: Problems } {
  const problems: Problems = {};
  const place = {
    name: readLine(posted, 'name', { most: 80, missing: 'meetings:name-missing' }, problems),
    address: readLine(posted, 'address', { most: 160, missing: 'meetings:place.address-missing' }, problems),
    directions: readTexts(posted, 'directions', { languages, known, most: 600 }, problems),
    isStepFree: isTicked(posted, 'isStepFree'),
    isOpen: isTicked(posted, 'isOpen'),
  };
  return Object.keys(problems).length > 0 ? { problems } : { place };
}

/** What was meant of a room, or what is wrong with it. */
export function readRoom(posted: Posted): { room: RoomToPut } | { problems: Problems } {
  const problems: Problems = {};
  const name = readLine(posted, 'name', { most: 60, missing: 'meetings:name-missing' }, problems);
  const seats = Number(one(posted, 'seats') || Number.NaN);
  if (!Number.isInteger(seats) || seats < 1 || seats > MOST_SEATS)
    problems.seats = 'meetings:room.seats-wrong';
  return Object.keys(problems).length > 0
    ? { problems }
    : { room: { name, seats, isOpen: isTicked(posted, 'isOpen') } };
}
