import type { ServiceDefinition, ServiceForm } from './definition';
import { checkSigners, signerRules } from './definition-signers';
import { type Field, isAsked, type Texts } from './form-shape';
import { inputNames } from './input-names';
import { type Rule, variablesIn } from './rules';

/** Page slugs that the application's own pages use. */
const reservedSlugs = ['check', 'sign', 'signatures', 'receipt'];

export interface Finding {
  path: (string | number)[];
  /** key of a sentence in definition-errors.ts */
  message: string;
  params?: Record<string, string>;
}

/** What one field alone can't show: languages, references between questions, names used twice. */
export function checkDefinition(definition: ServiceDefinition): Finding[] {
  return [
    ...checkLanguages(definition, definition.languages, []),
    ...(definition.kind === 'form' ? [...checkNames(definition), ...checkRules(definition)] : []),
  ];
}

/** Every text must be there in every language. A text is known by its keys: only texts have language codes as keys. */
function checkLanguages(node: unknown, languages: readonly string[], path: Finding['path']): Finding[] {
  if (Array.isArray(node)) {
    return node.flatMap((item, index) => checkLanguages(item, languages, [...path, index]));
  }
  if (node === null || typeof node !== 'object') return [];
  const keys = Object.keys(node);
  const isText =
    keys.length > 0 && keys.every((key) => /^[a-z]{2}$/.test(key) && key !== 'in' && key !== 'or');
  if (!isText) {
    return Object.entries(node).flatMap(([key, value]) => checkLanguages(value, languages, [...path, key]));
  }
  const finding = (message: string, language: string) => ({ path, message, params: { language } });
  return [
    ...languages.filter((code) => !keys.includes(code)).map((code) => finding('language-missing', code)),
    ...keys.filter((code) => !languages.includes(code)).map((code) => finding('language-unknown', code)),
  ];
}

interface Place {
  field: Field<Texts>;
  path: (string | number)[];
}

const placesOf = (definition: ServiceForm): Place[] =>
  definition.pages.flatMap((page, p) =>
    page.groups.flatMap((group, g) =>
      group.fields.map((field, f) => ({ field, path: ['pages', p, 'groups', g, 'fields', f] })),
    ),
  );

function checkNames(definition: ServiceForm): Finding[] {
  const findings: Finding[] = [];
  const unique = (kind: string, named: { name: string; path: Finding['path'] }[]) => {
    const seen = new Set<string>();
    for (const { name, path } of named) {
      if (seen.has(name)) findings.push({ path, message: kind, params: { name } });
      seen.add(name);
    }
  };
  unique(
    'page-twice',
    definition.pages.map((page, p) => ({ name: page.slug, path: ['pages', p, 'slug'] })),
  );
  unique(
    'group-twice',
    definition.pages.flatMap((page, p) =>
      page.groups.map((group, g) => ({ name: group.id, path: ['pages', p, 'groups', g, 'id'] })),
    ),
  );
  const places = placesOf(definition);
  // Fields of several inputs take several names: "partner" as a person and "partner-name" as a text would collide.
  unique(
    'name-twice',
    places.flatMap(({ field, path }) => inputNames(field).map((name) => ({ name, path: [...path, 'id'] }))),
  );
  definition.pages.forEach((page, p) => {
    if (reservedSlugs.includes(page.slug)) {
      findings.push({ path: ['pages', p, 'slug'], message: 'page-reserved', params: { name: page.slug } });
    }
  });
  for (const [part, kind] of [
    ['name', 'text'],
    ['nationalId', 'national-id'],
  ] as const) {
    const id = definition.onBehalf?.[part];
    if (id !== undefined && !places.some(({ field }) => field.id === id && field.kind === kind)) {
      findings.push({ path: ['onBehalf', part], message: 'on-behalf', params: { name: id, kind } });
    }
  }
  findings.push(
    ...checkSigners(
      definition.signers,
      places.map(({ field }) => field),
    ),
  );
  for (const { field, path } of places) {
    if (isAsked(field) && (field.required || field.requiredIf) && !field.missing) {
      findings.push({ path, message: 'missing-text', params: { name: field.id } });
    }
    for (const options of 'options' in field
      ? [field.options]
      : 'relations' in field
        ? [field.relations]
        : []) {
      unique(
        'option-twice',
        options.map((option, o) => ({ name: option.value, path: [...path, 'options', o] })),
      );
    }
  }
  return findings;
}

/**
 * Rules may ask about questions that exist and have the values they name; a shown-if only about earlier ones. That
 * order is what makes every form finishable: what is shown never depends on what comes after it.
 */
function checkRules(definition: ServiceForm): Finding[] {
  const places = placesOf(definition);
  const byId = new Map(places.map(({ field }, index) => [field.id, { field, index }]));
  const findings: Finding[] = [];

  const check = (rule: Rule | undefined, path: Finding['path'], before: number) => {
    if (!rule) return;
    for (const id of variablesIn(rule)) {
      const known = byId.get(id);
      if (!known || !isAsked(known.field))
        findings.push({ path, message: 'rule-unknown', params: { name: id } });
      else if (known.index >= before) findings.push({ path, message: 'rule-later', params: { name: id } });
    }
    for (const { variable, value } of comparisonsIn(rule)) {
      const values = ruleValues(byId.get(variable)?.field);
      if (values && !values.includes(value)) {
        findings.push({
          path,
          message: 'rule-value',
          params: { name: variable, value, values: values.join(', ') },
        });
      }
    }
  };

  for (const { rule, path } of signerRules(definition.signers)) check(rule, path, places.length);
  let index = 0;
  definition.pages.forEach((page, p) => {
    check(page.shownIf, ['pages', p, 'shownIf'], index);
    page.groups.forEach((group, g) => {
      check(group.shownIf, ['pages', p, 'groups', g, 'shownIf'], index);
      group.fields.forEach((field, f) => {
        const path = ['pages', p, 'groups', g, 'fields', f];
        check(field.shownIf, [...path, 'shownIf'], index);
        if (isAsked(field)) check(field.requiredIf, [...path, 'requiredIf'], places.length);
        index += 1;
      });
    });
  });
  return findings;
}

/** The values a rule can compare the field with; null where any text can be. */
function ruleValues(field: Field<Texts> | undefined): string[] | null {
  if (!field) return null;
  if (field.kind === 'choice' || field.kind === 'choices') return field.options.map((option) => option.value);
  return field.kind === 'yes-no' || field.kind === 'consent' ? ['yes', 'no'] : null;
}

/** Each "this question against that value" in a rule. */
function comparisonsIn(rule: Rule): { variable: string; value: string }[] {
  if ('and' in rule) return rule.and.flatMap(comparisonsIn);
  if ('or' in rule) return rule.or.flatMap(comparisonsIn);
  if ('!' in rule) return comparisonsIn(rule['!']);
  const [left, right] = Object.values(rule)[0] as [unknown, unknown];
  const sides = [left, right];
  const variable = sides.find(
    (side): side is { var: string } => typeof side === 'object' && side !== null && 'var' in side,
  );
  const values = sides.flatMap((side) =>
    typeof side === 'string' ? [side] : Array.isArray(side) ? side : [],
  );
  return variable ? values.map((value: string) => ({ variable: variable.var, value })) : [];
}
