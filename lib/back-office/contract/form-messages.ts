import { z } from 'zod';
import { prefillSources } from '@/lib/catalogue/domain/form-shape';

/* What was asked and answered, page by page: as it was signed, and said again in Swedish. */

const option = z.strictObject({ value: z.string(), label: z.string(), help: z.string().optional() });

/** What is said of a question in any language. */
const asked = {
  id: z.string().meta({ description: 'stable within a version of the form' }),
  kind: z.string(),
  help: z.string().optional(),
  options: z.array(option).optional().meta({ description: 'what there was to choose from' }),
  columns: z
    .array(
      z.strictObject({
        id: z.string(),
        kind: z.string(),
        question: z.string(),
        options: z.array(z.strictObject({ value: z.string(), label: z.string() })).optional(),
      }),
    )
    .optional()
    .meta({ description: 'the questions of a repeating group' }),
};

export const question = z
  .strictObject({
    ...asked,
    question: z.string().meta({ description: 'word for word, as it was asked' }),
    text: z
      .string()
      .optional()
      .meta({ description: 'the text of a consent or an information, word for word' }),
    answer: z.array(z.string()).optional().meta({
      description:
        'word for word, as she saw it when she signed, a line each; not there where nothing is asked',
    }),
    value: z.unknown().optional().meta({ description: 'the answer as typed; null where she gave none' }),
    prefilled: z
      .strictObject({ source: z.enum(prefillSources), on: z.iso.date() })
      .optional()
      .meta({ description: 'where the answer stood beforehand, and since when; she has not changed it' }),
  })
  .meta({ id: 'Question' });

export const translatedQuestion = z
  .strictObject({
    ...asked,
    question: z.string().meta({ description: 'what the same version of the form asks in this language' }),
    text: z.string().optional(),
    answer: z.array(z.string()).optional().meta({
      description:
        'the answer in this language. What she wrote herself stands as typed, in a repeating group among the rest.',
    }),
    answerLanguage: z.string().optional().meta({
      description:
        'where all of the answer is her own words: the language that she filled the form in (BCP 47). Nobody knows that she wrote in it; mark it with that, and let the direction follow the words.',
    }),
  })
  .meta({ id: 'TranslatedQuestion' });

export const pagesOf = <Q extends z.ZodType>(questions: Q) =>
  z.array(
    z.strictObject({
      slug: z.string(),
      title: z.string(),
      lead: z.string().optional(),
      groups: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string().optional(),
          text: z.string().optional(),
          questions: z.array(questions),
        }),
      ),
    }),
  );

export const translation = z
  .strictObject({
    language: z
      .string()
      .meta({ description: 'Swedish, or the form’s first language where it has no Swedish' }),
    title: z.string().meta({ description: 'name of the service' }),
    roles: z
      .record(z.string(), z.string())
      .meta({ description: 'what those who sign besides the applicant are, by role' }),
    pages: pagesOf(translatedQuestion),
  })
  .meta({
    id: 'Translation',
    description:
      'The same application as the same version of the form says it in the language that officers work in. There where she filled it in in another. An aid to read by: what she has signed is `pages`.',
  });
