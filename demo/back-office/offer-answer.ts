import { z } from 'zod';

/** What an applicant answers to a care home that she was offered, as the portal delivers it. */
export const offerAnswerSchema = z.object({
  externalId: z.string(),
  /** none: not in time */
  answer: z.enum(['yes', 'no', 'none']),
  answeredAt: z.string(),
  reason: z.string().optional(),
});
