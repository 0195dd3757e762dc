import { canonicalJson } from '@/lib/kernel/canonical-json';

/** What of a row a form would change: the names of its facts. */
export const changedFacts = <Facts extends object>(
  row: { readonly [Name in keyof Facts]: unknown },
  facts: Facts,
): string[] =>
  (Object.keys(facts) as (keyof Facts & string)[]).filter(
    (name) => canonicalJson(row[name]) !== canonicalJson(facts[name]),
  );

/**
 * The version that a form was made from, as it is posted: null of a new one's. What isn't a number is no version that there
 * has been, so that the form is told to be stale.
 */
export const versionOf = (text: string): number | null =>
  text === '' ? null : /^\d{1,9}$/.test(text) ? Number(text) : -1;
