import type { Guide, ServiceDefinition, ServiceForm } from './definition';
import { checkGuide, guideRules } from './definition-guide';
import { checkPrefill } from './definition-prefill';
import { checkSigners, signerRules } from './definition-signers';
import { type Field, isAsked, type Option, type RowsField, type Texts } from './form-shape';
import { inputNames } from './input-names';
import { checkRules } from './rule-checks';

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
    ...(definition.kind === 'form' ? checkForm(definition) : []),
    ...(definition.kind === 'guide' ? [...checkQuestions(definition), ...checkGuide(definition)] : []),
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

export interface Place {
  field: Field<Texts>;
  path: (string | number)[];
}

const placesOf = (definition: Pick<ServiceForm, 'pages'>): Place[] =>
  definition.pages.flatMap((page, p) =>
    page.groups.flatMap((group, g) =>
      group.fields.map((field, f) => ({ field, path: ['pages', p, 'groups', g, 'fields', f] })),
    ),
  );

/** The questions and the rules over them: what forms and guides have in common. */
const checkQuestions = (definition: ServiceForm | Guide): Finding[] => [
  ...checkNames(definition),
  ...checkRules(
    definition,
    placesOf(definition),
    definition.kind === 'form' ? signerRules(definition.signers) : guideRules(definition),
  ),
];

function checkForm(definition: ServiceForm): Finding[] {
  const places = placesOf(definition);
  const findings = checkQuestions(definition);
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
  return [
    ...findings,
    ...checkSigners(
      definition.signers,
      places.map(({ field }) => field),
    ),
    ...checkPrefill(places),
  ];
}

function checkNames(definition: Pick<ServiceForm, 'pages'>): Finding[] {
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
  for (const { field, path } of places) {
    if (isAsked(field) && (field.required || field.requiredIf) && !field.missing) {
      findings.push({ path, message: 'missing-text', params: { name: field.id } });
    }
    for (const [list, options] of optionLists(field)) {
      unique(
        'option-twice',
        options.map((option, o) => ({ name: option.value, path: [...path, list, o] })),
      );
    }
    if (field.kind === 'rows') findings.push(...checkColumns(field, path));
  }
  return findings;
}

function optionLists(field: Field<Texts>): [string, Option<Texts>[]][] {
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return [['options', field.options]];
    case 'person':
      return [['relations', field.relations]];
    case 'schedule':
      return [
        ['rows', field.rows],
        ['columns', field.columns],
      ];
    default:
      return [];
  }
}

/** A repeating group's own questions: what a question elsewhere may do, and these can't. */
function checkColumns({ columns }: RowsField<Texts>, path: Finding['path']): Finding[] {
  const seen = new Set<string>();
  return columns.flatMap((column, c) => {
    const at = [...path, 'columns', c];
    const findings: Finding[] = [];
    // A part of a rule's variable: "incomes.count" is the number of rows.
    if (seen.has(column.id) || column.id === 'count')
      findings.push({ path: [...at, 'id'], message: 'column-name', params: { name: column.id } });
    seen.add(column.id);
    if (column.shownIf || column.requiredIf || column.prefill)
      findings.push({ path: at, message: 'column-rule', params: { name: column.id } });
    if (column.required && !column.missing)
      findings.push({ path: at, message: 'missing-text', params: { name: column.id } });
    return findings;
  });
}
