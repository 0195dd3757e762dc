import type { z } from 'zod';
import type { CareOfYear } from '@/lib/care-information/api';
import type { CaseView } from '@/lib/cases/api';
import type { ResidentActor } from '@/lib/platform/actor';
import type { Language, Translate } from '@/lib/platform/i18n';
import { type PdfItem, type PdfSection, written } from '@/lib/platform/pdf/pdf-document';

/** Who takes something out, and in which language. */
export interface Taking {
  actor: ResidentActor;
  lang: Language;
  t: Translate;
}
export interface CaseTaking extends Taking {
  theCase: CaseView;
}
export interface CareTaking extends Taking {
  care: CareOfYear;
}

/**
 * A part of what is taken out, in a file of its own under sections/: its name and shape as data, how it is read (by the
 * queries of the module that owns it, which ask who may), and how it is printed. Nothing printed is not there.
 */
interface Section<S extends z.ZodType, T extends Taking> {
  name: string;
  schema: S;
  read(taking: T): Promise<z.input<S>>;
  print(data: z.output<S>, taking: T): PdfSection[];
}

export interface TakeOutSection<T extends Taking> {
  name: string;
  schema: z.ZodType;
  make(taking: T): Promise<{ data: unknown; printed: PdfSection[] }>;
}

/** What is given out is checked by the schema that is published: the two can't drift. */
const sectionOf =
  <T extends Taking>() =>
  <S extends z.ZodType>({ name, schema, read, print }: Section<S, T>): TakeOutSection<T> => ({
    name,
    schema,
    async make(taking) {
      const data = schema.parse(await read(taking));
      return { data, printed: print(data, taking) };
    },
  });

export const section = sectionOf<CaseTaking>();
export const careSection = sectionOf<CareTaking>();

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
