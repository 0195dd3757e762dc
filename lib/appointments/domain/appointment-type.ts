import * as z from 'zod';
import { textLanguages } from '@/lib/kernel/date-text';
import type { meetingWays } from './words';

/** A text per language; Swedish is always there. */
export const texts = z.partialRecord(z.enum(textLanguages), z.string()).refine(({ sv }) => Boolean(sv));
export type Texts = z.infer<typeof texts>;

/** A question that is asked when a time of the type is booked. */
export const question = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  label: texts,
  hint: texts.optional(),
  isRequired: z.boolean(),
  /** one line, or several */
  lines: z.int().min(1).max(8),
});
export type Question = z.infer<typeof question>;

/** The most that a type asks: it is a booking, not an application. */
export const questions = z.array(question).max(3);

/** What of a type decides which times there are. Minutes and days; what each means stands in prisma/models/appointments.prisma. */
export interface TypeTimes {
  ways: readonly (typeof meetingWays)[number][];
  minutes: number;
  stepMinutes: number;
  beforeMinutes: number;
  afterMinutes: number;
  travelMinutes: number;
  seats: number;
  needsRoom: boolean;
  noticeMinutes: number;
  aheadDays: number;
}
