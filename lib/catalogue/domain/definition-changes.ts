import { canonicalJson } from '@/lib/kernel/canonical-json';
import type { ServiceDefinition } from './definition';
import type { Texts } from './form-shape';

/** One thing that differs between a published definition and the one that would take its place. */
export interface DefinitionChange {
  how: 'added' | 'removed' | 'changed' | 'moved';
  what: 'page' | 'question' | 'part';
  /** its slug, id or name in the definition; empty for the order of all pages, or questions */
  name: string;
  /** as people read it, in the definition's first language; empty for a part */
  title: string;
  /** of what is changed: which properties of it */
  properties: string[];
}

type Json = Record<string, unknown>;

/**
 * What publishing `after` over `before` changes, for those who own the service: its pages and questions by name, and the
 * other parts of the definition. That they stand in another order is said once, since one that moves moves the others.
 */
export function definitionChanges(before: ServiceDefinition, after: ServiceDefinition): DefinitionChange[] {
  const [language = 'sv'] = after.languages;
  const words = (texts: Texts | undefined) => texts?.[language] ?? Object.values(texts ?? {})[0] ?? '';
  return [
    ...propertiesThatDiffer(before, after, ['pages']).map(
      (name): DefinitionChange => ({
        how: howPart(before, after, name),
        what: 'part',
        name,
        title: '',
        properties: [],
      }),
    ),
    ...compare('page', pagesOf(before), pagesOf(after), ({ title }) => words(title as Texts), ['groups']),
    ...compare('question', questionsOf(before), questionsOf(after), ({ label }) => words(label as Texts), []),
  ];
}

const howPart = (before: ServiceDefinition, after: ServiceDefinition, name: string) =>
  name in before ? (name in after ? 'changed' : 'removed') : 'added';

const pagesOf = (definition: ServiceDefinition): [string, Json][] =>
  'pages' in definition ? definition.pages.map((page) => [page.slug, page as Json]) : [];

/** With which page and group they stand in, so that one that goes to another is seen to change. */
const questionsOf = (definition: ServiceDefinition): [string, Json][] =>
  'pages' in definition
    ? definition.pages.flatMap(({ slug, groups }) =>
        groups.flatMap((group) =>
          group.fields.map((field): [string, Json] => [
            field.id,
            { ...field, page: slug, group: { ...group, fields: undefined } },
          ]),
        ),
      )
    : [];

function compare(
  what: 'page' | 'question',
  before: [string, Json][],
  after: [string, Json][],
  titleOf: (one: Json) => string,
  leaveOut: string[],
): DefinitionChange[] {
  const old = new Map(before);
  const fresh = new Map(after);
  const change = (how: DefinitionChange['how'], name: string, one: Json, properties: string[] = []) => ({
    how,
    what,
    name,
    title: titleOf(one),
    properties,
  });
  const namesIn = (list: [string, Json][], other: Map<string, Json>) =>
    list.flatMap(([name]) => (other.has(name) ? [name] : [])).join(' ');
  const isReordered = namesIn(before, fresh) !== namesIn(after, old);
  return [
    ...(isReordered ? [change('moved', '', {})] : []),
    ...after.flatMap(([name, one]) => {
      const previous = old.get(name);
      if (!previous) return [change('added', name, one)];
      const properties = propertiesThatDiffer(previous, one, leaveOut);
      return properties.length > 0 ? [change('changed', name, one, properties)] : [];
    }),
    ...before.flatMap(([name, one]) => (fresh.has(name) ? [] : [change('removed', name, one)])),
  ];
}

/** In alphabetical order: what has been stored has lost the order it was written in. */
function propertiesThatDiffer(before: object, after: object, leaveOut: readonly string[]): string[] {
  const a = before as Json;
  const b = after as Json;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter(
      (key) => !leaveOut.includes(key) && canonicalJson(a[key] ?? null) !== canonicalJson(b[key] ?? null),
    )
    .sort();
}
