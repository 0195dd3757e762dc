interface OfBooking {
  bookingId: string;
  personId: string;
  /** where it is about one */
  caseId?: string;
}

interface OfChange extends OfBooking {
  /** which event of its story says what became of it */
  bookingEventId: string;
}

interface OfInvitation {
  invitationId: string;
  personId: string;
  caseId?: string;
}

/** What appointments tell of. Ids only. */
export interface AppointmentsEvents {
  'appointments.invited': OfInvitation;
  /** what she was asked to book can't be booked any more: taken back, or its kind closed */
  'appointments.invitation-ended': OfInvitation;
  'appointments.booked': OfChange;
  'appointments.moved': OfChange;
  'appointments.cancelled': OfChange;
  /** the office, or a rule, did something to a time of hers */
  'appointments.moved-by-office': OfChange;
  'appointments.taken-away': OfChange;
  'appointments.earlier-offered': OfChange;
  'appointments.reminded': OfBooking;
  /** another system gets what is booked of a type from now on */
  'appointments.receiver-named': { typeId: string };
  /** a time has come free that somebody may be waiting for */
  'appointments.time-freed': { meetingId: string; typeId: string };
}
