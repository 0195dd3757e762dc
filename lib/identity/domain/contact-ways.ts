import { z } from 'zod';
import { internationalNumber } from '@/lib/kernel/phone-number';
import { cleanLine } from '@/lib/kernel/plain-text';

/** Digits as people write them: spaces, hyphens and brackets are theirs to choose. Swedish or with a country code. */
const PHONE = /^(\+|0)[\d\s()-]{5,20}$/;

const lineOrNull = (text: unknown) => cleanLine(text) || null;

/** Empty means "don't use this way". Messages are text keys. */
export const contactWaysSchema = z.object({
  email: z.preprocess(
    lineOrNull,
    z
      .string()
      .toLowerCase()
      .max(254)
      .pipe(z.email({ error: 'settings:errors.email' }))
      .nullable(),
  ),
  phone: z.preprocess(
    lineOrNull,
    z
      .string()
      .refine((text) => PHONE.test(text) && internationalNumber(text) !== null, {
        error: 'settings:errors.phone',
      })
      .nullable(),
  ),
});

export type ContactWays = z.infer<typeof contactWaysSchema>;
