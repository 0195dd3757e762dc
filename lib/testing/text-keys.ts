// What the tests of texts need to know: which keys a file of texts has, and which the code asks for.

export interface TextKey {
  /** "cases:list.title"; a plural has one key for all its forms */
  key: string;
  /** "one", "few", "other" … → text; a text without plural forms has "" alone */
  forms: Map<string, string>;
}

const PLURAL = /^(.*)_(zero|one|two|few|many|other)$/;

/** Flattens a file of texts. A name that ends like a plural form is one when its "other" is there too. */
export function textKeys(namespace: string, file: object): TextKey[] {
  const found = new Map<string, TextKey>();
  const add = (key: string, form: string, text: string) => {
    const entry = found.get(key) ?? { key, forms: new Map() };
    found.set(key, entry);
    entry.forms.set(form, text);
  };
  const walk = (node: object, path: string) => {
    for (const [name, value] of Object.entries(node)) {
      const key = path ? `${path}.${name}` : name;
      if (value !== null && typeof value === 'object') walk(value, key);
      else {
        const [, base, form] = PLURAL.exec(name) ?? [];
        const isPlural = base !== undefined && form !== undefined && `${base}_other` in node;
        if (isPlural) add(`${namespace}:${path ? `${path}.` : ''}${base}`, form, String(value));
        else add(`${namespace}:${key}`, '', String(value));
      }
    }
  };
  walk(file, '');
  return [...found.values()];
}

/** The names in {{…}}, sorted. */
export const variablesOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{\s*-?\s*(\w+)[^}]*\}\}/g)].map(([, name]) => name ?? ''))].sort();

export interface AskedKeys {
  /** every quoted text of the code that could be a key, or a key without its namespace */
  literals: Set<string>;
  /** keys with a part that is decided when the code runs: `errors:${code}.title` */
  patterns: { text: string; matches: RegExp }[];
}

const QUOTED = /'([^'\n\\]+)'|"([^"\n\\]+)"/g;
const TEMPLATE = /`([^`\\]*\$\{[^`\\]*)`/g;
const PLAIN_TEMPLATE = /`([^`$\\\n]+)`/g;

export function askedKeys(codes: readonly string[], namespaces: readonly string[]): AskedKeys {
  const literals = new Set<string>();
  const patterns = new Map<string, RegExp>();
  for (const code of codes.map(withoutComments)) {
    for (const [, single, double] of code.matchAll(QUOTED)) literals.add(single ?? double ?? '');
    for (const [, text] of code.matchAll(PLAIN_TEMPLATE)) literals.add(text ?? '');
    for (const [, text = ''] of code.matchAll(TEMPLATE)) {
      const [namespace = '', rest = ''] = text.split(/:(.*)/s);
      // `cases:${key}` alone says nothing about which keys; those stand as quoted texts somewhere.
      const fixed = rest.replace(/\$\{[^}]*\}/g, '');
      const isTelling = /^[\w.-]+$/.test(fixed) && /\w/.test(fixed);
      if (namespaces.includes(namespace) && isTelling) patterns.set(text, patternOf(text));
    }
  }
  return { literals, patterns: [...patterns].map(([text, matches]) => ({ text, matches })) };
}

const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

function patternOf(template: string): RegExp {
  const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[\\w.-]+')}$`);
}

export function isAskedFor(key: string, asked: AskedKeys): boolean {
  const bare = key.slice(key.indexOf(':') + 1);
  return (
    asked.literals.has(key) ||
    asked.literals.has(bare) ||
    asked.patterns.some(({ matches }) => matches.test(key))
  );
}
