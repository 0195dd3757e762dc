import * as z from 'zod';

const ofBooking = {
  bookingId: z.uuid(),
  personId: z.uuid(),
  /** where it is about one */
  caseId: z.uuid().optional(),
};

/** Which event of its story says what became of it. */
const ofChange = { ...ofBooking, bookingEventId: z.uuid() };

const ofInvitation = { invitationId: z.uuid(), personId: z.uuid(), caseId: z.uuid().optional() };

/** What appointments tell of. Ids only. */
export const appointmentsEvents = {
  'appointments.invited': z.strictObject(ofInvitation),
  // What she was asked to book can't be booked any more: taken back, or its kind closed.
  'appointments.invitation-ended': z.strictObject(ofInvitation),
  'appointments.booked': z.strictObject(ofChange),
  'appointments.moved': z.strictObject(ofChange),
  'appointments.cancelled': z.strictObject(ofChange),
  // The office, or a rule, did something to a time of hers.
  'appointments.moved-by-office': z.strictObject(ofChange),
  'appointments.taken-away': z.strictObject(ofChange),
  'appointments.earlier-offered': z.strictObject(ofChange),
  'appointments.reminded': z.strictObject(ofBooking),
  // Another system gets what is booked of a type from now on.
  'appointments.receiver-named': z.strictObject({ typeId: z.uuid() }),
  // A time has come free that somebody may be waiting for.
  'appointments.time-freed': z.strictObject({ meetingId: z.uuid(), typeId: z.uuid() }),
};
