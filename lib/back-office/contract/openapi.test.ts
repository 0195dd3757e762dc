import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { scopes } from '../domain/scopes';
import { examples } from './examples';
import { openApiDocument } from './openapi';
import { type Operation, operations } from './operations';

type Json = Record<string, never>;
const document = JSON.parse(JSON.stringify(openApiDocument())) as Json & {
  paths: Record<string, Record<string, never>>;
  components: { schemas: Record<string, object> };
};

const ajv = addFormats.default(new Ajv2020({ strict: true, strictTypes: false, allErrors: true }));
ajv.addVocabulary(['components']);
ajv.addSchema({ $id: 'https://document/', components: document.components });
const check = (name: string, value: unknown) => {
  const isRight = ajv.getSchema(`https://document/#/components/schemas/${name}`);
  expect(isRight?.(value), `${name}: ${ajv.errorsText(isRight?.errors)}`).toBe(true);
};

const all = Object.entries(operations) as [keyof typeof examples & string, Operation][];
const idOf = (schema: unknown) => (schema as { meta(): { id: string } }).meta().id;

describe('the OpenAPI document', () => {
  it('has every operation, with its scope', () => {
    const listed = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map((operation: { operationId: string }) => operation.operationId),
    );
    expect(listed.toSorted()).toEqual([...Object.keys(operations), 'issue-token', 'get-openapi'].toSorted());
    for (const [name, { method, path, scope }] of all) {
      const listed = document.paths[path]?.[method.toLowerCase()];
      expect(listed, name).toMatchObject({ security: scope ? [{ clientCredentials: [scope] }] : [] });
      if (scope) expect(Object.keys(scopes)).toContain(scope);
    }
  });

  it('refers to nothing that is not there', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      ([, path]) => path as string,
    );
    expect(refs.length).toBeGreaterThan(30);
    for (const path of refs) {
      const found = path.split('/').reduce<unknown>((at, part) => (at as Json | undefined)?.[part], document);
      expect(found, path).toBeDefined();
    }
  });

  it('names no personal number in a path or a query', () => {
    for (const [name, { params, query }] of all) {
      const names = [...Object.keys(params ?? {}), ...Object.keys(query?.shape ?? {})].join(' ');
      expect(names, name).not.toMatch(/person|national|ssn/i);
    }
  });

  it.each(all)('%s: its examples are right, by the document and by the schemas', (name, operation) => {
    const example = (examples as Record<string, { request?: unknown; answer?: unknown }>)[name];
    if (operation.body) {
      check(idOf(operation.body), example?.request);
      expect(operation.body.safeParse(example?.request).error).toBeUndefined();
    }
    if (operation.answer.schema !== 'file') {
      check(idOf(operation.answer.schema), example?.answer);
      expect(operation.answer.schema.safeParse(example?.answer).error).toBeUndefined();
    }
  });

  it('takes no field that is not known', () => {
    for (const [name, { body }] of all) {
      const request = (examples as Record<string, { request?: object }>)[name]?.request;
      if (body) expect(body.safeParse({ ...request, extra: 1 }).success, name).toBe(false);
    }
  });
});
