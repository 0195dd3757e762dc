import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openApiDocument } from '../contract/openapi';
import { type FieldOwner, fieldOwners, whyIgnored } from './field-owners';

interface Shape {
  $ref?: string;
  allOf?: Shape[];
  properties?: Record<string, Shape>;
  items?: Shape;
}

const { schemas } = (openApiDocument() as { components: { schemas: Record<string, Shape> } }).components;
const resolved = ({ $ref, ...shape }: Shape): Shape =>
  $ref ? resolved(schemas[$ref.split('/').at(-1) ?? ''] ?? {}) : shape;

/** Things that are told as one within a thing of a list: what stands in them has no owner of its own. */
const wholes = ['officer', 'documents', 'files', 'document', 'appeal'];

/** Each field of a schema as the published document has it, a list's things by the list's name. */
const fieldsOf = (shape: Shape, at: string[] = []): string[] =>
  Object.entries(resolved(shape).properties ?? {}).flatMap(([name, inner]) => {
    const isWhole = wholes.includes(name) && at.length > 0;
    const thing = resolved(inner).items ?? inner;
    const path = [...at, name];
    return !isWhole && resolved(thing).properties ? fieldsOf(thing, path) : [path.join('.')];
  });

describe('the owners of fields', () => {
  it('are named for every field that is told of a case, and every one that is shown of it, and for no other', () => {
    const fields = new Set(['CaseState', 'Case'].flatMap((name) => fieldsOf(schemas[name] ?? {})));
    expect([...fields].toSorted()).toEqual(Object.keys(fieldOwners).toSorted());
  });

  it('say why a word of the office’s changes nothing', () => {
    expect(whyIgnored('person.surname')).toBe('register');
    expect(whyIgnored('receivedAt')).toBe('portal');
    expect(whyIgnored('supplements.text')).toBe('differs');
  });

  it('are what docs/back-office-api.md says', () => {
    const page = readFileSync('docs/back-office-api.md', 'utf8');
    const table = page.slice(page.indexOf('| whose'), page.indexOf('## When something is wrong'));
    const listed = [...table.matchAll(/^\| ([a-z-]+) +\| (.*?) +\|/gm)]
      .filter(([, owner]) => (Object.values(fieldOwners) as string[]).includes(owner ?? ''))
      .flatMap(([, owner, fields = '']) =>
        [...fields.matchAll(/`([^`]+)`/g)].map(([, field]) => [field ?? '', owner as FieldOwner] as const),
      );
    expect(Object.fromEntries(listed)).toEqual(fieldOwners);
  });
});
