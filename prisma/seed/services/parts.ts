import type { ServiceDocument } from '@/lib/catalogue/domain/definition';
import type { Texts } from '@/lib/catalogue/domain/form-shape';
import type { Rule } from '@/lib/catalogue/domain/rules';

/* Short ways to write what comes again and again in the documents that are in Swedish and English. */

export type FormDocument = Extract<ServiceDocument, { kind: 'form' }>;
export type PageDocument = FormDocument['pages'][number];
export type FieldDocument = PageDocument['groups'][number]['fields'][number];
type Column = Extract<FieldDocument, { kind: 'rows' }>['columns'][number];

export const t = (sv: string, en: string): Texts => ({ sv, en });

/** It must be answered, and this is what to do when it isn't. */
export const must = (sv: string, en: string): { required: true; missing: Texts } => ({
  required: true,
  missing: t(sv, en),
});

export const is = (question: string, value: string): Rule => ({ '==': [{ var: question }, value] });
export const isOneOf = (question: string, ...values: string[]): Rule => ({ in: [{ var: question }, values] });
/** One of the boxes that were ticked. */
export const has = (question: string, value: string): Rule => ({ in: [value, { var: question }] });

export const option = (value: string, sv: string, en: string, hint?: Texts) => ({
  value,
  label: t(sv, en),
  ...(hint && { hint }),
});

/** A page of one group. */
export const page = (
  slug: string,
  title: Texts,
  fields: FieldDocument[],
  more: Pick<PageDocument, 'lead' | 'shownIf' | 'limits'> = {},
): PageDocument => ({ slug, title, ...more, groups: [{ id: `${slug}-group`, fields }] });

/** A box for an amount in a repeating group. */
export const amountColumn = (label: Texts = t('Belopp', 'Amount')): Column => ({
  kind: 'money',
  id: 'amount',
  label,
  ...must('Skriv beloppet', 'Write the amount'),
});
