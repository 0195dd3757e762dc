import * as z from 'zod';
import type { ServiceForm } from './definition';
import type { Column, Field, Page } from './form-shape';
import { localize } from './texts';

/*
 * What a back office gets of the answers as data, as a schema: numbers, booleans and dates where the form keeps what was
 * typed. Each version of a service publishes its own. The data itself is made of the signed document, in
 * lib/applications/domain/payload.ts.
 */

const personalNumber = z.string().regex(/^\d{12}$/);
const day = z.iso.date();
const words = z.string().min(1);
const oneOf = (options: readonly { value: string }[]) =>
  z.enum(options.map((option) => option.value) as [string, ...string[]]);

type Answered = Exclude<Field<string>, { kind: 'information' }>;

/** The schema of one question's answer. */
function valueSchema(field: Answered): z.ZodType {
  switch (field.kind) {
    case 'number':
    case 'money':
    case 'computed':
      return z.number();
    case 'date':
      return day;
    case 'period':
      return z.strictObject({ from: day, ...(field.openEnded ? { to: day.optional() } : { to: day }) });
    case 'choice':
      return oneOf(field.options);
    case 'choices':
      return z.array(oneOf(field.options)).min(1);
    case 'yes-no':
    case 'consent':
      return z.boolean();
    case 'national-id':
      return personalNumber;
    case 'person':
      return z.strictObject({ name: words, relation: oneOf(field.relations), phone: words });
    case 'child':
      return z.strictObject({ name: words, personalNumber });
    case 'address':
      return z.strictObject({ street: words, postcode: z.string().regex(/^\d{5}$/), city: words });
    case 'bank-account':
      return z.strictObject({ clearing: z.string().regex(/^\d{4,5}$/), account: z.string().regex(/^\d+$/) });
    case 'schedule':
      return z.array(z.strictObject({ row: oneOf(field.rows), column: oneOf(field.columns) })).min(1);
    case 'rows':
      return z.array(z.strictObject(Object.fromEntries(field.columns.map(cellSchema)))).min(1);
    case 'file':
      return z.strictObject({ files: z.array(z.uuid()), later: z.boolean() });
    case 'care-home-wishes':
      return z.array(words).min(1);
    default:
      return words;
  }
}

const cellSchema = (column: Column<string>): [string, z.ZodType] => {
  const schema = valueSchema(column).meta({ title: column.label });
  return [column.id, column.required ? schema : schema.optional()];
};

/** Everything a service can send of its answers, by question. What may be hidden or left out is optional. */
export function payloadSchema(definition: ServiceForm, language: string): z.ZodObject {
  const pages = localize<Page<string>[]>(definition.pages, definition.languages, language);
  const shape: Record<string, z.ZodType> = {};
  for (const page of pages) {
    for (const group of page.groups) {
      for (const field of group.fields) {
        if (field.kind === 'information') continue;
        const always =
          !page.shownIf && !group.shownIf && !field.shownIf && 'required' in field && field.required;
        const schema = valueSchema(field).meta({ title: field.label });
        shape[field.id] = always ? schema : schema.optional();
      }
    }
  }
  return z.strictObject(shape);
}

/** The same as a JSON Schema (2020-12), for the systems that receive it; titles in the service's first language. */
export function payloadJsonSchema(definition: ServiceForm, version: number) {
  const language = definition.languages[0] ?? 'sv';
  const { $schema = '', type: _, ...schema } = z.toJSONSchema(payloadSchema(definition, language));
  const name = localize<string>(definition.name, definition.languages, language);
  return { $schema, title: `${name}, version ${version}`, type: 'object' as const, ...schema };
}
