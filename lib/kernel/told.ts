import { z } from 'zod';
import { isSaneYear } from './calendar-date';
import { cleanLine, cleanText, isPlainText } from './plain-text';

/*
 * What other systems tell, whatever it is about. Texts are plain, and shown as they came. What can't be kept is refused,
 * so that nobody believes it has arrived; signs that show nothing but steer the text around them are taken away.
 */
const plain = (clean: (text: string) => string, most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine(
      (text) => isPlainText(text) && clean(text) !== '',
      'must be well-formed text without control signs',
    )
    .transform(clean);
export const words = (most: number) => plain(cleanText, most);
export const line = (most: number) => plain(cleanLine, most);

/** RFC 3339, when it happened there. */
export const occurredAt = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((instant) => isSaneYear(instant.getUTCFullYear()), 'must be a year between 1900 and 2199');
