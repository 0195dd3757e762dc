import { z } from 'zod';
import {
  appointmentTime,
  appointmentTimeKept,
  booking,
  bookingCancellation,
  bookingKept,
  bookingOutcome,
  invitation,
  invitationKept,
} from './appointment-messages';
import { externalId } from './messages';
import type { Operation } from './operations';

const slug = z.string().regex(/^[a-z0-9-]{1,64}$/);
const notYours = 'No such thing, or not this system’s: the two look alike';

/** What systems that keep calendars tell, and ask. */
export const appointmentOperations = {
  'put-appointment-time': {
    method: 'PUT',
    path: '/appointment-types/{slug}/times/{externalId}',
    scope: 'appointments.write',
    summary: 'Publish a time that can be booked, or withdraw it',
    description:
      'Of a type whose times come from the system. Tell of it again when its seats have changed. When a published time is booked, moved or cancelled, that comes as a delivery (booking).',
    params: { slug, externalId },
    body: appointmentTime,
    answer: { status: 200, schema: appointmentTimeKept, description: 'It is kept, or known already' },
    refusals: {
      404: 'No such type, or not one whose times come from this system',
      409: 'It stands with another time, place or officer; seats that go are taken; or its officer has another time then',
    },
  },
  'put-appointment-invitation': {
    method: 'PUT',
    path: '/cases/{caseId}/appointment-invitations/{externalId}',
    scope: 'appointments.write',
    summary: 'Ask her to book a time, give her longer, or take it back',
    params: { caseId: z.uuid(), externalId },
    body: invitation,
    answer: { status: 200, schema: invitationKept, description: 'The invitation as it stands' },
    refusals: { 404: notYours, 409: 'It stands with other words' },
  },
  'put-booking-outcome': {
    method: 'PUT',
    path: '/bookings/{bookingId}/outcome',
    scope: 'appointments.write',
    summary: 'Say whether she came',
    params: { bookingId: z.uuid() },
    body: bookingOutcome,
    answer: { status: 200, schema: bookingKept, description: 'It is noted, or was so already' },
    refusals: { 404: notYours, 409: 'It has not begun, or is not booked any more' },
  },
  'put-booking-cancellation': {
    method: 'PUT',
    path: '/bookings/{bookingId}/cancellation',
    scope: 'appointments.write',
    summary: 'Cancel a booking that the office can’t keep',
    params: { bookingId: z.uuid() },
    body: bookingCancellation,
    answer: { status: 200, schema: bookingKept, description: 'She is told, or was already' },
    refusals: { 404: notYours, 409: 'It has begun, or is not booked any more' },
  },
  'get-booking': {
    method: 'GET',
    path: '/bookings/{bookingId}',
    scope: 'appointments.read',
    summary: 'Fetch a booking as it is now',
    description: 'The same as a delivery of kind booking holds. The reading is in her log.',
    params: { bookingId: z.uuid() },
    answer: { status: 200, schema: booking, description: 'The booking' },
    refusals: { 404: notYours },
  },
} as const satisfies Record<string, Operation>;
