import { z } from 'zod';

/** A booked time as the portal tells of it: how it is when it is read. */
export const bookingSchema = z.object({
  id: z.uuid(),
  person: z.object({
    givenName: z.string(),
    surname: z.string(),
    protectedIdentity: z.boolean(),
    phone: z.string().optional(),
  }),
  type: z.string(),
  state: z.enum(['booked', 'cancelled', 'taken_away', 'kept', 'missed']),
  startsAt: z.string(),
  endsAt: z.string(),
  way: z.string(),
  officer: z.object({ name: z.string() }).optional(),
  place: z.object({ name: z.string() }).optional(),
  room: z.string().optional(),
  needs: z.object({
    interpreter: z.string().optional(),
    signLanguage: z.boolean().optional(),
    stepFree: z.boolean().optional(),
    companion: z.boolean().optional(),
  }),
  answers: z.array(z.object({ question: z.string(), text: z.string() })),
  phone: z.string().optional(),
  address: z.string().optional(),
  reason: z.string().optional(),
});

export type BookingMessage = z.infer<typeof bookingSchema>;
