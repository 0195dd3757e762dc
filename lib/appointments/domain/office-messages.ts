import { z } from 'zod';
import { day, externalId, officerSchema } from '@/lib/cases/domain/office-messages';
import { isSaneYear } from '@/lib/kernel/calendar-date';
import { textLanguages } from '@/lib/kernel/date-text';
import { line, occurredAt, words } from '@/lib/kernel/told';
import { meetingWays } from './words';

/* What a system that keeps calendars tells of times, and of those who have booked them. */

const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((at) => isSaneYear(at.getUTCFullYear()), 'must be a year between 1900 and 2199');

const place = z.strictObject({
  externalId,
  name: line(120),
  address: line(200),
  isStepFree: z.boolean().meta({
    description: 'one gets in without steps and thresholds, as residents read it',
  }),
  /** how to find it, in each language that there is */
  directions: z.partialRecord(z.enum(textLanguages), words(1000)).default({}),
});

const officer = z.strictObject({
  externalId,
  name: line(120),
  unit: line(120),
  /** besides Swedish */
  languages: z.array(line(40)).max(10).default([]),
});

/** A time that can be booked, as it is there now. When and where it is, and with whom, stands. */
export const timeMessage = z
  .strictObject({
    occurredAt,
    startsAt: instant,
    endsAt: instant,
    way: z.enum(meetingWays),
    place: place.optional(),
    officer: officer.optional(),
    /** how many can book it here; what is booked elsewhere is not among them */
    seats: z.int().min(1).max(200).default(1),
    state: z.enum(['open', 'withdrawn']).default('open'),
    /** why it is withdrawn, as those who had booked it read it */
    reason: words(1000).optional(),
  })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, { path: ['endsAt'], error: 'must be after startsAt' })
  .refine(({ startsAt, endsAt }) => endsAt.getTime() - startsAt.getTime() <= 86_400_000, {
    path: ['endsAt'],
    error: 'must be at most a day after startsAt',
  })
  .refine(({ way, place }) => way !== 'visit' || place !== undefined, {
    path: ['place'],
    error: 'must be told of a visit',
  });
export type TimeMessage = z.output<typeof timeMessage>;

export const timeOutcomes = ['published', 'unchanged', 'older', 'withdrawn'] as const;
export type TimeOutcome = (typeof timeOutcomes)[number];

/** She is asked to book a time, about her case. */
export const invitationMessage = z.strictObject({
  occurredAt,
  /** which type, by its slug */
  type: z.string().regex(/^[a-z0-9-]{1,64}$/),
  /** the last day to book */
  bookBy: day,
  text: words(2000),
  /** who invites her, and whom she meets first of all */
  officer: officerSchema.optional(),
  state: z.enum(['open', 'withdrawn']).default('open'),
});
export type InvitationMessage = z.output<typeof invitationMessage>;

/** Whether she came. */
export const outcomeMessage = z.strictObject({ occurredAt, outcome: z.enum(['kept', 'missed']) });
export type OutcomeMessage = z.output<typeof outcomeMessage>;

/** The office can't meet her then. */
export const cancellationMessage = z.strictObject({ occurredAt, reason: words(1000) });
export type CancellationMessage = z.output<typeof cancellationMessage>;
