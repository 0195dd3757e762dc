import * as z from 'zod';
import { type CheckedDefinition, checkDocument, type DefinitionProblem } from './definition-errors';

/**
 * A municipality's own variant of a shared definition: which one, and only what differs. `changes` has the shared
 * definition's shape. As in JSON Merge Patch (RFC 7396) an object changes what it names, null takes away and anything
 * else replaces; but what stands in a list and has a name (pages, groups, questions, options) is changed by that name:
 * `{"pages": {"wishes": {"groups": …}}}`. Decision 0046.
 */
export const variantSchema = z.strictObject({
  kind: z.literal('variant'),
  inherits: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { error: 'slug' }),
  changes: z.record(z.string(), z.unknown()),
});
export type VariantDocument = z.infer<typeof variantSchema>;

export const isVariant = (document: unknown): document is { kind: 'variant' } =>
  isObject(document) && document.kind === 'variant';

type Json = Record<string, unknown>;

/** A rule or a sum is one thing: half of an old one beside half of a new one would mean neither. */
const WHOLE = ['shownIf', 'requiredIf', 'holds', 'value'];
/** Where a new thing in a list stands, or an old one is moved: after which other, or null for first. */
const AFTER = '$after';

/** Checks what comes out of a variant just as if it had been written in full. */
export function checkVariant(shared: unknown, changes: Json): CheckedDefinition {
  const problems: DefinitionProblem[] = [];
  const merged = merge(shared, changes, [], problems) as Json;
  const languages = Array.isArray(merged.languages) ? merged.languages : [];
  const checked = checkDocument(onlyIn(languages, merged));
  if (problems.length === 0) return checked;
  return { ok: false, problems: checked.ok ? problems : [...problems, ...checked.problems] };
}

function merge(old: unknown, change: unknown, path: string[], problems: DefinitionProblem[]): unknown {
  if (!isObject(change)) return change;
  const nameKey = nameKeyOf(old);
  if (nameKey) return mergeList(old as Json[], nameKey, change, path, problems);
  // Another kind of question is another question: what the old one had besides says nothing about it.
  const isOther = isObject(old) && 'kind' in change && change.kind !== old.kind;
  const base = isObject(old) && !isOther ? old : {};
  const result = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(change)) {
    if (value === null) {
      if (!result.delete(key)) problems.push(nothingToRemove([...path, key]));
    } else {
      const before = WHOLE.includes(key) ? undefined : result.get(key);
      result.set(key, merge(before, value, [...path, key], problems));
    }
  }
  return Object.fromEntries(result);
}

function mergeList(
  old: readonly Json[],
  nameKey: string,
  changes: Json,
  path: string[],
  problems: DefinitionProblem[],
): Json[] {
  const list = [...old];
  const at = (name: unknown) => list.findIndex((item) => item[nameKey] === name);
  for (const [name, change] of Object.entries(changes)) {
    const here = [...path, name];
    const index = at(name);
    if (change === null) {
      if (index < 0) problems.push(nothingToRemove(here));
      else list.splice(index, 1);
      continue;
    }
    const { [AFTER]: after, ...rest } = isObject(change) ? change : { [AFTER]: undefined };
    if (!isObject(change) || (index < 0 && after === undefined)) {
      problems.push(unknownName(here, name));
      continue;
    }
    if (index >= 0 && after === undefined) {
      list[index] = merge(list[index], withName(rest, nameKey, name), here, problems) as Json;
      continue;
    }
    const [moved] = index < 0 ? [{}] : list.splice(index, 1);
    const neighbour = after === null ? -1 : at(after);
    if (after !== null && neighbour < 0) problems.push(unknownPlace(here, String(after)));
    list.splice(neighbour + 1, 0, merge(moved, withName(rest, nameKey, name), here, problems) as Json);
  }
  return list;
}

/** The name comes from the key, unless a new one is given: then it is renamed. A change of kind must not lose it. */
const withName = (change: Json, nameKey: string, name: string): Json => ({ [nameKey]: name, ...change });

/** By what the things in a list are known; undefined where it isn't a list of named things. */
function nameKeyOf(list: unknown): string | undefined {
  if (!Array.isArray(list) || list.length === 0) return undefined;
  return ['slug', 'id', 'value'].find((key) =>
    list.every((item) => isObject(item) && typeof item[key] === 'string'),
  );
}

/** A municipality with fewer languages inherits the texts of those it has. */
function onlyIn(languages: readonly unknown[], node: unknown): unknown {
  if (Array.isArray(node)) return node.map((item) => onlyIn(languages, item));
  if (!isObject(node)) return node;
  const entries = Object.entries(node);
  const isText =
    entries.length > 0 &&
    entries.every(([key, value]) => /^[a-z]{2}$/.test(key) && typeof value === 'string');
  const kept = isText ? entries.filter(([key]) => languages.includes(key)) : entries;
  return Object.fromEntries(kept.map(([key, value]) => [key, onlyIn(languages, value)]));
}

const isObject = (node: unknown): node is Json =>
  typeof node === 'object' && node !== null && !Array.isArray(node);

const where = (path: readonly string[]) => ['ändringen', ...path].join(' › ');

const nothingToRemove = (path: readonly string[]): DefinitionProblem => ({
  where: where(path),
  what: `Det finns inget ”${path.at(-1)}” här i den delade definitionen, så det går inte att ta bort. Rätta namnet eller stryk ändringen.`,
});

const unknownName = (path: readonly string[], name: string): DefinitionProblem => ({
  where: where(path),
  what: `Det finns inget ”${name}” här i den delade definitionen. Rätta namnet. Ska det vara något nytt, skriv också "${AFTER}" med namnet på det som ska stå före, eller null för först.`,
});

const unknownPlace = (path: readonly string[], name: string): DefinitionProblem => ({
  where: where(path),
  what: `Det finns inget ”${name}” att stå efter. Rätta namnet under "${AFTER}".`,
});
