import { type Html, html, words } from './html';

/** As much of JSON Schema as our document uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  additionalProperties?: boolean | Schema;
  default?: unknown;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

export const schemaName = (ref: string): string => ref.split('/').at(-1) ?? ref;
export const schemaId = (name: string): string => `schema-${name}`;

const link = (ref: string): Html => {
  const name = schemaName(ref);
  return html`<a href="#${schemaId(name)}">${name}</a>`;
};

/** What kind of value it is, in a few words. */
export function kindOf(schema: Schema): Html {
  if (schema.$ref) return link(schema.$ref);
  const either = schema.oneOf ?? schema.anyOf;
  if (either) return html`${either.map((one, index) => html`${index > 0 ? ' or ' : ''}${kindOf(one)}`)}`;
  if (schema.allOf) return html`${schema.allOf.map(kindOf)}`;
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.enum)
    return html`${schema.enum.map((value, index) => html`${index > 0 ? ', ' : ''}<code>${String(value)}</code>`)}`;
  if (schema.items) return html`list of ${kindOf(schema.items)}`;
  return html`${schema.format ?? [schema.type ?? 'anything'].flat().join(' or ')}`;
}

const limitsOf = (schema: Schema): string => {
  const { minLength, maxLength, minItems, maxItems, minimum, maximum } = schema;
  const most = maxLength !== undefined ? `at most ${maxLength} characters` : '';
  const items = maxItems !== undefined ? `at most ${maxItems}` : '';
  const least = minItems
    ? `at least ${minItems}`
    : minLength && minLength > 1
      ? `at least ${minLength} characters`
      : '';
  // JavaScript's own limits of whole numbers tell nobody anything.
  const from = minimum !== undefined && Math.abs(minimum) < 2 ** 53 - 1 ? `from ${minimum}` : '';
  const to = maximum !== undefined && Math.abs(maximum) < 2 ** 53 - 1 ? `to ${maximum}` : '';
  const otherwise = schema.default !== undefined ? `otherwise ${JSON.stringify(schema.default)}` : '';
  return [least, most, items, from, to, otherwise].filter(Boolean).join(', ');
};

export interface Field {
  name: string;
  schema: Schema;
  isRequired: boolean;
}

/** The fields of a schema; those of a thing that has no name of its own stand under it, by their path. */
export function fieldsOf(schema: Schema, before = ''): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    const path = `${before}${name}`;
    const within = inner.items?.properties ? inner.items : inner;
    const mark = inner.items?.properties ? '[].' : '.';
    const own = { name: path, schema: inner, isRequired: schema.required?.includes(name) ?? false };
    return [own, ...(within.properties ? fieldsOf(within, path + mark) : [])];
  });
}

export function fieldTable(caption: string, fields: readonly Field[]): Html {
  if (fields.length === 0) return html``;
  return html`<table>
    <caption>${caption}</caption>
    <thead><tr><th scope="col">Name</th><th scope="col">What</th><th scope="col">Meaning</th></tr></thead>
    <tbody>${fields.map(
      ({ name, schema, isRequired }) => html`<tr>
        <th scope="row"><code>${name}</code>${isRequired ? html` <em>must be there</em>` : ''}</th>
        <td>${kindOf(schema)}${limitsOf(schema) && html` <small>(${limitsOf(schema)})</small>`}</td>
        <td>${words(schema.description ?? '')}</td>
      </tr>`,
    )}</tbody>
  </table>`;
}
