import type { z } from 'zod';
import type { CaseView } from '@/lib/cases/api';
import type { ResidentActor } from '@/lib/platform/actor';
import type { Language, Translate } from '@/lib/platform/i18n';
import { type PdfItem, type PdfSection, written } from '@/lib/platform/pdf/pdf-document';

export interface TakeOutContext {
  actor: ResidentActor;
  lang: Language;
  t: Translate;
  theCase: CaseView;
}

/**
 * A part of what is taken out, in a file of its own under sections/: its name and shape as data, how it is read (by the
 * queries of the module that owns it, which ask who may), and how it is printed. Nothing printed is not there.
 */
interface Section<S extends z.ZodType> {
  name: string;
  schema: S;
  read(context: TakeOutContext): Promise<z.input<S>>;
  print(data: z.output<S>, context: TakeOutContext): PdfSection[];
}

export interface TakeOutSection {
  name: string;
  schema: z.ZodType;
  make(context: TakeOutContext): Promise<{ data: unknown; printed: PdfSection[] }>;
}

/** What is given out is checked by the schema that is published: the two can't drift. */
export const section = <S extends z.ZodType>({ name, schema, read, print }: Section<S>): TakeOutSection => ({
  name,
  schema,
  async make(context) {
    const data = schema.parse(await read(context));
    return { data, printed: print(data, context) };
  },
});

/** A heading with lines under it. */
export const printed = (
  question: string,
  lines: readonly (string | null | undefined | false)[],
  { isList = false } = {},
): PdfItem => ({
  question,
  text: [],
  answer: lines
    .filter((line) => typeof line === 'string' && line !== '')
    .map((line) => written(line as string)),
  isList,
  origin: null,
});

export const printedSection = (title: string, items: PdfItem[]): PdfSection[] =>
  items.length > 0 ? [{ title, groups: [{ title: null, items }] }] : [];
