/** How people meet. */
export const meetingWays = ['visit', 'home', 'phone', 'video'] as const;
export type MeetingWay = (typeof meetingWays)[number];

/** What becomes of a seat in a meeting. */
export const bookingStates = [
  'held',
  'offered',
  'booked',
  'cancelled',
  'lapsed',
  'taken_away',
  'kept',
  'missed',
] as const;
export type BookingState = (typeof bookingStates)[number];

/** States in which the seat is nobody else's; 0003_appointments has the same list in its index. */
export const seatTaking = ['held', 'offered', 'booked', 'kept', 'missed'] as const;

/** What happens to a booking, in the story that she and the office read. */
export const bookingEventKinds = [
  'booked',
  'moved',
  'cancelled',
  'taken_away',
  'moved_by_office',
  'earlier_offered',
  'kept',
  'missed',
] as const;
export type BookingEventKind = (typeof bookingEventKinds)[number];

/** States in which a booking is, or was, what an invitation asked for. */
export const standsForBooking = ['booked', 'kept'] as const;
