import { z } from 'zod';

/** Digits as people write them: spaces, hyphens and brackets are theirs to choose. Swedish or with a country code. */
const PHONE = /^(\+|0)[\d\s()-]{5,20}$/;

const blankToNull = (text: unknown) => (typeof text === 'string' && text.trim() === '' ? null : text);

/** Empty means "don't use this way". Messages are text keys. */
export const contactWaysSchema = z.object({
  email: z.preprocess(
    blankToNull,
    z
      .string()
      .trim()
      .toLowerCase()
      .max(254)
      .pipe(z.email({ error: 'settings:errors.email' }))
      .nullable(),
  ),
  phone: z.preprocess(
    blankToNull,
    z
      .string()
      .trim()
      .refine((text) => PHONE.test(text) && text.replace(/\D/g, '').length >= 7, {
        error: 'settings:errors.phone',
      })
      .nullable(),
  ),
});

export type ContactWays = z.infer<typeof contactWaysSchema>;
