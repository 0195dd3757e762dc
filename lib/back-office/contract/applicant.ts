import { z } from 'zod';

/** Whom something is from, or about. */
export const applicant = z
  .strictObject({
    personalNumber: z.string().meta({ description: '12 digits' }),
    givenName: z.string(),
    surname: z.string(),
    protectedIdentity: z.boolean().meta({
      description: 'true: skyddade personuppgifter. The receiver must treat everything accordingly.',
    }),
    language: z.string(),
    email: z.string().optional(),
    phone: z.string().optional(),
  })
  .meta({ id: 'Applicant' });
