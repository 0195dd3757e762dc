import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '@/lib/platform/i18n';
import { locales, staffTexts } from '@/lib/platform/locales';
import { readSources, root } from './source-files';
import { askedKeys, isAskedFor, type TextKey, textKeys, variablesOf } from './text-keys';

type Namespace = keyof typeof locales.sv;
const namespaces = Object.keys(locales.sv) as Namespace[];

type Lang = (typeof languages)[number];
const isStaffs = (name: string) => staffTexts.namespaces.includes(name as 'admin');
/** Staff have theirs in fewer languages. */
const namespacesIn = (language: Lang): Namespace[] =>
  namespaces.filter((name) => !isStaffs(name) || staffTexts.languages.includes(language as 'sv'));

const keysOf = (language: Lang, names = namespacesIn(language)): Map<string, TextKey> => {
  const texts: Partial<Record<Namespace, object>> = locales[language];
  return new Map(
    names.flatMap((name) => textKeys(name, texts[name] ?? {})).map((entry) => [entry.key, entry]),
  );
};

const swedish = keysOf('sv');
const code = readSources().filter(
  ({ path }) => /^(app|components|lib|prisma|proxy)/.test(path) && !/\.(test|spec)\./.test(path),
);
const asked = askedKeys(
  code.map(({ text }) => text),
  namespaces,
);

describe('the reader of texts', () => {
  it('sees plurals, variables and keys that are put together', () => {
    const keys = textKeys('x', { a: { n_one: 'en', n_other: '{{count}} av {{total}}' }, step_one: 'ett' });
    expect(keys.map(({ key, forms }) => [key, [...forms.keys()]])).toEqual([
      ['x:a.n', ['one', 'other']],
      ['x:step_one', ['']],
    ]);
    expect(variablesOf('{{count}} av {{total}} {{count}}')).toEqual(['count', 'total']);
    const hole = (name: string) => `$\{${name}}`;
    const code = `t(\`x:a.${hole('b')}.title\`); t(\`x:${hole('c')}\`); t("x:d.e") /* t('x:f') */`;
    const found = askedKeys([code], ['x']);
    expect(isAskedFor('x:a.one.title', found)).toBe(true);
    expect(isAskedFor('x:d.e', found)).toBe(true);
    expect(isAskedFor('x:a.one.text', found)).toBe(false);
    expect(isAskedFor('x:f', found)).toBe(false);
  });
});

describe.each(languages)('texts in %s', (language) => {
  const own = keysOf(language);
  const wanted = keysOf('sv', namespacesIn(language));

  it('lie in the files that are loaded', () => {
    const files = readdirSync(join(root, 'public', 'locales', language)).map((name) =>
      name.replace('.json', ''),
    );
    expect(files.sort()).toEqual(namespacesIn(language).sort());
  });

  it('are all there, and no others', () => {
    expect([...wanted.keys()].filter((key) => !own.has(key))).toEqual([]);
    expect([...own.keys()].filter((key) => !swedish.has(key))).toEqual([]);
  });

  it('say something', () => {
    const silent = [...own.values()].filter(({ forms }) =>
      [...forms.values()].some((text) => text.trim() === ''),
    );
    expect(silent.map(({ key }) => key)).toEqual([]);
  });

  it('have the plural forms of the language', () => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    const wrong = [...own.values()]
      .filter(({ key }) => !swedish.get(key)?.forms.has(''))
      // i18next takes "zero" in every language, for "none" said in words.
      .filter(({ forms }) => {
        const given = [...forms.keys()].filter((form) => form !== 'zero' || wanted.includes('zero'));
        return given.toSorted().join() !== wanted.join();
      });
    expect(
      wrong.map(({ key, forms }) => `${key}: ${[...forms.keys()].join()} (wanted ${wanted.join()})`),
    ).toEqual([]);
  });

  it('are given the same variables', () => {
    const variables = (entry: TextKey | undefined) =>
      variablesOf(entry?.forms.get('other') ?? entry?.forms.get('') ?? '').join();
    const wrong = [...own].filter(
      ([key, entry]) => swedish.has(key) && variables(entry) !== variables(swedish.get(key)),
    );
    expect(
      wrong.map(([key, entry]) => `${key}: ${variables(entry)}, not ${variables(swedish.get(key))}`),
    ).toEqual([]);
  });
});

describe('keys', () => {
  it('that the code asks for exist', () => {
    const isKey = new RegExp(`^(${namespaces.join('|')}):[\\w.-]+$`);
    const known = [...swedish.keys()];
    const withForms = [...swedish].flatMap(([key, { forms }]) =>
      [...forms.keys()].map((form) => `${key}_${form}`),
    );
    const exists = (key: string) =>
      swedish.has(key) || withForms.includes(key) || known.some((other) => other.startsWith(`${key}.`));
    const missing = [
      ...[...asked.literals].filter((literal) => isKey.test(literal) && !exists(literal)),
      ...asked.patterns
        .filter(({ matches }) => !known.some((key) => matches.test(key)))
        .map(({ text }) => text),
    ];
    expect(missing).toEqual([]);
  });

  it('that exist are asked for', () => {
    expect([...swedish.keys()].filter((key) => !isAskedFor(key, asked))).toEqual([]);
  });
});
