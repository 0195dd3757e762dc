import { type Field, fieldsOf, fieldTable, kindOf, type Schema, schemaId, schemaName } from './fields';
import { type Html, html, words } from './html';
import { style } from './style';

interface Content {
  schema?: Schema;
  example?: unknown;
}
interface Described {
  description?: string;
  content?: Record<string, Content>;
}
interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema: Schema;
}
interface DocumentedOperation {
  operationId: string;
  summary: string;
  description?: string;
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: Described;
  responses: Record<string, Described>;
}
interface ApiDocument {
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, DocumentedOperation>>;
  webhooks: Record<string, Record<string, DocumentedOperation>>;
  components: { schemas: Record<string, Schema>; parameters: Record<string, Parameter> };
}

/** One operation, with where it is. */
interface Entry {
  method: string;
  path: string;
  operation: DocumentedOperation;
}

/**
 * The OpenAPI document as a page for people: every operation with its scope, what it takes, an example and what it may
 * answer. Made from the document alone, so that it can't say anything else. Plain HTML and a style of its own: it is read
 * by those who build systems, also where nothing else of the portal is.
 */
export function apiPage(json: unknown, nonce: string): string {
  const document = json as ApiDocument;
  const { info, paths, webhooks, components, servers } = document;
  const entries = entriesOf(paths);
  const hooks = entriesOf(webhooks);
  const schemas = Object.entries(components.schemas).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<a class="skip" href="#main">Go to the content</a>
<header>
<h1>${info.title}</h1>
<p>Version ${info.version}. The same as <a href="${servers[0]?.url ?? ''}/openapi.json">openapi.json</a> (OpenAPI 3.1), for people.</p>
${info.description.split('\n\n').map((text, index) => html`<p lang="${index === 0 ? 'en' : 'sv'}">${text}</p>`)}
</header>
<nav aria-labelledby="contents">
<h2 id="contents">Contents</h2>
<ul>${[...entries, ...hooks].map(
    ({ operation, method, path }) =>
      html`<li><a href="#${operation.operationId}">${operation.summary}</a> <code>${method} ${path}</code></li>`,
  )}<li><a href="#schemas">What goes over the wire</a></li></ul>
</nav>
<main id="main">
<h2>Operations</h2>
<p>All addresses begin with <code>${servers[0]?.url ?? ''}</code>.</p>
${entries.map((entry) => operationSection(entry, components))}
<h2>What the portal tells by itself</h2>
${hooks.map((entry) => operationSection(entry, components))}
<h2 id="schemas">What goes over the wire</h2>
${schemas.map(([name, schema]) => schemaSection(name, schema))}
</main>
</body>
</html>`.text;
}

const entriesOf = (paths: Record<string, Record<string, DocumentedOperation>>): Entry[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );

function operationSection({ method, path, operation }: Entry, components: ApiDocument['components']): Html {
  const { operationId, summary, description, security = [], requestBody, responses } = operation;
  const parameters = (operation.parameters ?? []).map((one) =>
    one.$ref ? (components.parameters[one.$ref.split('/').at(-1) ?? ''] ?? one) : one,
  );
  const scopes = security.flatMap((one) => Object.values(one).flat());
  const fields: Field[] = parameters.map(({ name, in: where, required, description: meaning, schema }) => ({
    name,
    isRequired: required === true,
    schema: {
      ...schema,
      description: [`in the ${where}`, meaning ?? schema.description].filter(Boolean).join('. '),
    },
  }));
  return html`<section id="${operationId}" aria-labelledby="${operationId}-title">
<h3 id="${operationId}-title">${summary}</h3>
<p class="address"><strong>${method}</strong> <code>${path}</code></p>
${description && html`<p>${words(description)}</p>`}
<p>${scopes.length > 0 ? html`Needs the scope <code>${scopes.join(', ')}</code>.` : 'Open to all.'}</p>
${fieldTable('Parameters', fields)}
${requestBody && html`<h4>Request</h4>${contentOf(requestBody, components.schemas)}`}
<table><caption>Answers</caption>
<thead><tr><th scope="col">Status</th><th scope="col">What it means</th></tr></thead>
<tbody>${Object.entries(responses).map(
    ([status, answer]) =>
      html`<tr><th scope="row">${status === 'default' ? 'other' : status}</th><td>${words(answer.description ?? '')}${shapeOf(answer)}</td></tr>`,
  )}</tbody></table>
${Object.values(responses).map((answer) => exampleOf(answer, 'Example of an answer'))}
</section>`;
}

const shapeOf = ({ content = {} }: Described): Html =>
  html`${Object.values(content).map(({ schema }) => schema && html` (${kindOf(schema)})`)}`;

/** What a body is to be, and an example. */
const contentOf = (described: Described, schemas: Record<string, Schema>): Html =>
  html`${Object.entries(described.content ?? {}).map(([type, { schema = {} }]) => {
    const named = schema.$ref ? schemas[schemaName(schema.$ref)] : schema;
    return html`<p><code>${type}</code>: ${kindOf(schema)}</p>${fieldTable('Body', fieldsOf(named ?? {}))}`;
  })}${exampleOf(described, 'Example of a request')}`;

const exampleOf = ({ content = {} }: Described, title: string): Html =>
  html`${Object.values(content).map(
    ({ example }) =>
      example !== undefined &&
      html`<details><summary>${title}</summary><pre tabindex="0">${JSON.stringify(example, null, 2)}</pre></details>`,
  )}`;

function schemaSection(name: string, schema: Schema): Html {
  const either = schema.oneOf ?? schema.anyOf;
  return html`<section id="${schemaId(name)}" aria-labelledby="${schemaId(name)}-title">
<h3 id="${schemaId(name)}-title">${name}</h3>
${schema.description && html`<p>${words(schema.description)}</p>`}
${
  either
    ? either.map((one, index) =>
        fieldTable(`${name}, one way of ${either.length}: ${index + 1}`, fieldsOf(one)),
      )
    : fieldTable(name, fieldsOf(schema))
}
${!either && !schema.properties && html`<p>${kindOf(schema)}</p>`}
</section>`;
}
