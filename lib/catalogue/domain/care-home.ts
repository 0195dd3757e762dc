import { z } from 'zod';
import type { textLanguages } from '@/lib/kernel/date-text';
import { line, occurredAt, words } from '@/lib/kernel/told';

const description = words(2000);
/** A language as BCP 47 has it, without more: "sv", "ar", "fi". */
const language = z.string().regex(/^[a-z]{2,3}$/, 'must be a language, as "sv"');

/** What a system publishes of a care home that one can wish for. */
export const careHomeMessage = z.strictObject({
  /** when it was so at the office: what is older than what is known changes nothing */
  occurredAt,
  name: line(100),
  district: line(100),
  address: line(200),
  places: z.int().min(1).max(2000),
  /** Swedish is read where there is none in hers */
  description: z.strictObject({
    sv: description,
    en: description.optional(),
    fi: description.optional(),
    ar: description.optional(),
  } satisfies Record<(typeof textLanguages)[number], z.ZodType>),
  /** that staff speak */
  languages: z.array(language).max(30).default([]),
  /** false: it can't be wished for any more, and is not shown */
  isOpen: z.boolean().default(true),
});

export type CareHomeMessage = z.output<typeof careHomeMessage>;

/** What became of what a system published. `older`: something newer was known. */
export const careHomeOutcomes = ['published', 'unchanged', 'older'] as const;
export type CareHomeOutcome = (typeof careHomeOutcomes)[number];
