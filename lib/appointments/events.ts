import * as z from 'zod';

const ofBooking = {
  bookingId: z.uuid(),
  personId: z.uuid(),
  /** where it is about one */
  caseId: z.uuid().optional(),
};

/** What appointments tell of. Ids only. */
export const appointmentsEvents = {
  'appointments.invited': z.strictObject({
    invitationId: z.uuid(),
    personId: z.uuid(),
    caseId: z.uuid().optional(),
  }),
  'appointments.booked': z.strictObject(ofBooking),
  'appointments.moved': z.strictObject(ofBooking),
  'appointments.cancelled': z.strictObject(ofBooking),
  // The office, or a rule, did something to a time of hers.
  'appointments.moved-by-office': z.strictObject(ofBooking),
  'appointments.taken-away': z.strictObject(ofBooking),
  'appointments.earlier-offered': z.strictObject(ofBooking),
  'appointments.reminded': z.strictObject(ofBooking),
  // A time has come free that somebody may be waiting for.
  'appointments.time-freed': z.strictObject({ meetingId: z.uuid(), typeId: z.uuid() }),
};
