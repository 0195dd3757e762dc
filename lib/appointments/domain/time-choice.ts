import { isSaneYear } from '@/lib/kernel/calendar-date';
import { isId } from '@/lib/kernel/ids';
import { isPlainText } from '@/lib/kernel/plain-text';
import { meetingWays } from './words';

/** What a press on a time sends. */
export interface TimeChoice {
  /** of the booking that the press would make: twice the same press is once, and another press is another */
  bookingId: string;
  startsAt: Date;
  /** of visits */
  placeId?: string | undefined;
  /** a group's, or one that a back-office system has published */
  meetingId?: string | undefined;
}

export const writeChoice = ({ bookingId, startsAt, placeId = '', meetingId = '' }: TimeChoice): string =>
  [bookingId, startsAt.toISOString(), placeId, meetingId].join('~');

/** Null for what no page of ours has sent. */
export function readChoice(text: unknown): TimeChoice | null {
  const [bookingId = '', at = '', placeId = '', meetingId = '', ...rest] =
    typeof text === 'string' ? text.split('~') : [];
  const startsAt = new Date(at);
  if (rest.length > 0 || !isId(bookingId) || Number.isNaN(startsAt.getTime())) return null;
  if (startsAt.toISOString() !== at || !isSaneYear(startsAt.getUTCFullYear())) return null;
  if (![placeId, meetingId].every((id) => id === '' || isId(id))) return null;
  return { bookingId, startsAt, ...(placeId && { placeId }), ...(meetingId && { meetingId }) };
}

/** What the form that she presses in carries besides: which type, how she came to it, and how she would meet. */
interface Carried {
  typeSlug: string;
  way: string;
  officerId?: string | undefined;
  caseId?: string | undefined;
  invitationId?: string | undefined;
  movesId?: string | undefined;
}

/** Whether it can be meant at all: the browser holds it between the page and the press, and can send anything. */
export const isChoosable = ({ typeSlug, way, officerId, caseId, invitationId, movesId }: Carried): boolean =>
  isPlainText(typeSlug) &&
  meetingWays.some((known) => known === way) &&
  [officerId, caseId, invitationId, movesId].every((id) => id === undefined || isId(id));
