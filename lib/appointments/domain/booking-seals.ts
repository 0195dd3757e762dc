import * as z from 'zod';
import { questions } from './appointment-type';

/** What she needs for the meeting to work. */
const needs = z.strictObject({
  /** the language that she wants an interpreter in, in her own words */
  interpreter: z.string().max(60).optional(),
  signLanguage: z.boolean().optional(),
  stepFree: z.boolean().optional(),
  /** she brings somebody along */
  companion: z.boolean().optional(),
});
export type Needs = z.infer<typeof needs>;

/** What is sealed in a booking: all that she has told for the meeting. */
export const bookingContent = z.strictObject({
  needs,
  /** answers to the type's questions, by their ids */
  answers: z.record(z.string(), z.string()),
  /** those questions, as they were when she booked */
  asked: questions.optional(),
  /** where she is called, of a meeting by phone */
  phone: z.string().optional(),
  /** where she lives, of a meeting at home */
  address: z.string().optional(),
});
export type BookingContent = z.infer<typeof bookingContent>;

/** What is sealed in an invitation. */
export interface InvitationContent {
  text: string;
  officer?: { name?: string | undefined; unit: string } | undefined;
}

export const bookingContext = (tenantId: string, bookingId: string) =>
  `booking.content:${tenantId}:${bookingId}`;
export const reasonContext = (tenantId: string, eventId: string) => `booking.reason:${tenantId}:${eventId}`;
export const officerNameContext = (tenantId: string, officerId: string) =>
  `meeting-officer.name:${tenantId}:${officerId}`;
export const invitationContext = (tenantId: string, invitationId: string) =>
  `appointment-invitation.content:${tenantId}:${invitationId}`;
/** An officer is found by her name, however it is spaced and capitalised where it is told. */
export const officerNameLookup = (tenantId: string) => `meeting-officer.name:${tenantId}`;
export const officerNameKey = (name: string) =>
  name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
