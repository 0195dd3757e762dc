/** So long before it begins one can go to a meeting by video. */
export const OPENS_MINUTES = 15;

/** What a link has in the place of the meeting, so that all of one meeting come to the same room. */
export const MEETING_SIGN = '{meeting}';

/** The meeting's address in the municipality's video service: its profile says how it is made of the meeting's id. */
export const videoLink = (template: string, meetingId: string): string =>
  template.replaceAll(MEETING_SIGN, encodeURIComponent(meetingId));

export const opensAt = ({ startsAt }: { startsAt: Date }): Date =>
  new Date(startsAt.getTime() - OPENS_MINUTES * 60_000);

/** Whether one can go there just now: from a quarter before it begins until it ends. */
export function doorOf(meeting: { startsAt: Date; endsAt: Date }, now: Date): 'not-yet' | 'open' | 'over' {
  if (now >= meeting.endsAt) return 'over';
  return now >= opensAt(meeting) ? 'open' : 'not-yet';
}
