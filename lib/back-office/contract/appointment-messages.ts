import { z } from 'zod';
import {
  cancellationMessage,
  invitationMessage,
  outcomeMessage,
  timeMessage,
  timeOutcomes,
} from '@/lib/appointments/domain/office-messages';
import { meetingWays } from '@/lib/appointments/domain/words';
import { applicant } from './applicant';
import { instant } from './times';

/* Times that a system publishes, whom it asks to book, and what becomes of a booking. */

export const appointmentTime = timeMessage.meta({
  id: 'AppointmentTime',
  description:
    'A time that can be booked. When and where it is, and with whom, stands: another time is another id. `seats` can change, but none go that are taken. `withdrawn` takes it away: what is only held comes to nothing, a seat that was held and not confirmed in time is free, and whoever has booked it is told the reason at once and chooses another herself. A place told under the same id with a new address or other directions, or an officer with a new unit, is accepted and changes what everybody who is booked there reads, without a notice: a move to another address is another place id, and other times. One that has begun stands (`unchanged`) until it is told whether those who booked it came.',
});

export const appointmentTimeKept = z
  .strictObject({
    slug: z.string(),
    externalId: z.string(),
    state: z.enum(timeOutcomes).meta({
      description: 'older: something newer is known already, and nothing was changed',
    }),
    taken: z.int().meta({ description: 'seats that are booked, or held by somebody who is confirming' }),
  })
  .meta({ id: 'AppointmentTimeKept' });

export const invitation = invitationMessage.meta({
  id: 'AppointmentInvitation',
  description:
    'She is asked to book, once. What she has read stands; a later `bookBy` gives her longer, and `withdrawn` takes it back, which she is told. A time that she has booked by it is hers all the same.',
});

export const invitationKept = z
  .strictObject({
    caseId: z.uuid(),
    externalId: z.string(),
    invitationId: z.uuid(),
    state: z.enum(['open', 'withdrawn']).meta({ description: 'as it stands now, whatever was told' }),
  })
  .meta({ id: 'AppointmentInvitationKept' });

export const bookingOutcome = outcomeMessage.meta({
  id: 'BookingOutcome',
  description: 'Whether she came. Once, and not before it has begun.',
});

export const bookingCancellation = cancellationMessage.meta({
  id: 'BookingCancellation',
  description: 'The office can’t meet her then. She is told at once, with the reason.',
});

export const bookingStates = ['booked', 'cancelled', 'taken_away', 'kept', 'missed'] as const;

export const bookingKept = z
  .strictObject({ bookingId: z.uuid(), state: z.enum(bookingStates) })
  .meta({ id: 'BookingKept' });

const named = z.strictObject({
  externalId: z.string().optional().meta({ description: 'the system’s own id, of what it has published' }),
  name: z.string(),
});

export const booking = z
  .strictObject({
    id: z.uuid(),
    person: applicant,
    caseId: z.uuid().optional(),
    type: z.string().meta({ description: 'the slug of the type of meeting' }),
    state: z.enum(bookingStates).meta({ description: 'as it is now: later deliveries of it may wait' }),
    startsAt: instant,
    endsAt: instant,
    way: z.enum(meetingWays),
    time: z
      .string()
      .optional()
      .meta({ description: 'the system’s own id of the time, where it published it' }),
    invitation: z.string().optional().meta({ description: 'the system’s own id of the invitation' }),
    officer: named.optional(),
    place: named.optional(),
    room: z.string().optional(),
    needs: z.strictObject({
      interpreter: z.string().optional().meta({ description: 'the language, in her own words' }),
      signLanguage: z.boolean().optional(),
      stepFree: z.boolean().optional(),
      companion: z.boolean().optional().meta({ description: 'she brings somebody' }),
    }),
    answers: z.array(z.strictObject({ question: z.string(), text: z.string() })),
    phone: z.string().optional().meta({ description: 'where she is called' }),
    address: z.string().optional().meta({ description: 'where she is met, at home' }),
    reason: z.string().optional().meta({ description: 'why she cancelled, where she has said so' }),
  })
  .meta({ id: 'Booking' });

export type BookingContent = z.infer<typeof booking>;
