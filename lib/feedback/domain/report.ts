import { z } from 'zod';
import { cleanLine, cleanText } from '@/lib/kernel/plain-text';

/** Longer than anybody needs, and short enough to be read. */
export const MAX_WHAT = 5_000;
const MAX_PAGE = 300;

/** What is sealed in a report's row. Empty where it was left out. */
export interface ReportContent {
  what: string;
  page: string;
  email: string;
}

/** What the form sends. Messages are text keys. */
export const reportSchema = z.object({
  what: z
    .string()
    // Browsers send line ends as CRLF; they must not make a text too long that the field let through.
    .transform(cleanText)
    .pipe(
      z
        .string()
        .min(1, { error: 'feedback:errors.what' })
        .max(MAX_WHAT, { error: 'feedback:errors.what-too-long' }),
    ),
  page: z
    .string()
    .transform(cleanLine)
    .pipe(z.string().max(MAX_PAGE, { error: 'feedback:errors.page' })),
  email: z
    .string()
    .trim()
    .max(254, { error: 'feedback:errors.email' })
    .refine((text) => text.length === 0 || z.email().safeParse(text).success, {
      error: 'feedback:errors.email',
    }),
  /** Seen by nobody; a robot fills it in. Said as an error all the same: a browser that did so by itself must not lose a report. */
  homepage: z.string().max(0, { error: 'feedback:errors.homepage' }),
});

export const reportContext = (tenantId: string, id: string) => `accessibility-report:${tenantId}:${id}`;

/** The day that lies so many months back: the 31st of a month that has none is its last day. */
export function monthsBefore(instant: Date, months: number): Date {
  const first = new Date(instant);
  first.setUTCDate(1);
  first.setUTCMonth(first.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(instant.getUTCDate(), lastDay));
  return first;
}
