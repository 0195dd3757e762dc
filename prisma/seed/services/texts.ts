import type { Texts } from '@/lib/catalogue/domain/form-shape';

/** A text in the languages that the seed is written in. */
export const t = (sv: string, en: string, ar: string): Texts => ({ sv, en, ar });

/** A document in fewer languages than it was written in. Every text loses the others. */
export function inLanguages<D>(document: D, languages: readonly string[]): D {
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk);
    if (node === null || typeof node !== 'object') return node;
    const keys = Object.keys(node);
    const isText = keys.length === 3 && keys.includes('sv') && keys.includes('en') && keys.includes('ar');
    return Object.fromEntries(
      Object.entries(node)
        .filter(([key]) => !isText || languages.includes(key))
        .map(([key, value]) => [key, walk(value)]),
    );
  };
  return walk(document) as D;
}
