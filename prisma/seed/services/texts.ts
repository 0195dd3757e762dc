import type { Texts } from '@/lib/catalogue/domain/form-shape';

/** A text in the languages that the service is written in: Swedish, English, Arabic, Finnish. */
export const t = (sv: string, en: string, ar = '', fi = ''): Texts =>
  Object.fromEntries(Object.entries({ sv, en, ar, fi }).filter(([, text]) => text !== ''));

/** A document in fewer languages than it was written in. Every text loses the others. */
export function inLanguages<D>(document: D, languages: readonly string[]): D {
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk);
    if (node === null || typeof node !== 'object') return node;
    const keys = Object.keys(node);
    const isText = keys.includes('sv') && keys.every((key) => /^[a-z]{2}$/.test(key));
    return Object.fromEntries(
      Object.entries(node)
        .filter(([key]) => !isText || languages.includes(key))
        .map(([key, value]) => [key, walk(value)]),
    );
  };
  return walk({ ...document, languages }) as D;
}
