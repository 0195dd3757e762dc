import { isId } from '@/lib/kernel/ids';

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
  if (startsAt.toISOString() !== at || ![placeId, meetingId].every((id) => id === '' || isId(id)))
    return null;
  return { bookingId, startsAt, ...(placeId && { placeId }), ...(meetingId && { meetingId }) };
}
