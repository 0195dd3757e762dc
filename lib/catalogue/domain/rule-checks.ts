import type { ServiceForm } from './definition';
import type { Finding, Place } from './definition-checks';
import { type Field, isAsked, type Texts } from './form-shape';
import { hasParts, parts } from './input-names';
import { fieldsIn, type Operand, type Rule, type Sum, variablesIn } from './rules';

/** What a rule's variable holds. */
type VariableKind = 'words' | 'choice' | 'number' | 'date';

/**
 * Rules may ask about questions that exist and have the values they name; a shown-if only about earlier ones. That
 * order is what makes every form finishable: what is shown never depends on what comes after it.
 * @param afterAll rules that are judged when everything is answered
 */
export function checkRules(
  definition: Pick<ServiceForm, 'pages'>,
  places: readonly Place[],
  afterAll: readonly { rule: Rule; path: Finding['path'] }[],
): Finding[] {
  const byId = new Map(places.map(({ field }, index) => [field.id, { field, index }]));
  const findings: Finding[] = [];

  const check = (rule: Rule | Sum | undefined, path: Finding['path'], before: number) => {
    if (rule === undefined) return;
    for (const id of fieldsIn(rule)) {
      const known = byId.get(id);
      if (!known || (!isAsked(known.field) && known.field.kind !== 'computed'))
        findings.push({ path, message: 'rule-unknown', params: { name: id } });
      else if (known.index >= before) findings.push({ path, message: 'rule-later', params: { name: id } });
    }
    const kindOf = (variable: string): VariableKind | null => {
      const [id = '', part] = variable.split('.');
      const field = byId.get(id)?.field;
      return field ? variableKind(field, part) : 'words';
    };
    for (const variable of variablesIn(rule)) {
      if (kindOf(variable) === null)
        findings.push({ path, message: 'rule-part', params: { name: variable } });
    }
    for (const [variable, wanted] of demandsOf(rule)) {
      const kind = kindOf(variable);
      if (kind && !wanted.includes(kind))
        findings.push({
          path,
          message: wanted.includes('number') ? 'rule-number' : 'rule-date',
          params: { name: variable },
        });
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

  for (const { rule, path } of afterAll) check(rule, path, places.length);
  let index = 0;
  definition.pages.forEach((page, p) => {
    check(page.shownIf, ['pages', p, 'shownIf'], index);
    page.groups.forEach((group, g) => {
      check(group.shownIf, ['pages', p, 'groups', g, 'shownIf'], index);
      group.fields.forEach((field, f) => {
        const path = ['pages', p, 'groups', g, 'fields', f];
        check(field.shownIf, [...path, 'shownIf'], index);
        if (field.kind === 'computed') check(field.value, [...path, 'value'], index);
        if (isAsked(field)) check(field.requiredIf, [...path, 'requiredIf'], places.length);
        index += 1;
      });
    });
    // A limit is shown on the page where the last of its questions stands: there it can be put right.
    page.limits?.forEach((limit, l) => {
      const path = ['pages', p, 'limits', l];
      check(limit.holds, [...path, 'holds'], index);
      const isHere = page.groups.some((group) =>
        group.fields.some((field) => field.id === limit.field && isAsked(field)),
      );
      if (!isHere) findings.push({ path, message: 'limit-place', params: { name: limit.field } });
      else if (!fieldsIn(limit.holds).includes(limit.field))
        findings.push({ path, message: 'limit-own', params: { name: limit.field } });
    });
  });
  return findings;
}

/** What a variable holds; null where the answer has no such part, or must be asked for by part. */
function variableKind(field: Field<Texts>, part: string | undefined): VariableKind | null {
  if (field.kind === 'rows') {
    if (part === 'count') return 'number';
    const column = field.columns.find(({ id }) => id === part);
    return column?.kind === 'number' || column?.kind === 'money' ? 'number' : null;
  }
  if (hasParts(field)) {
    if (part === undefined || !(parts[field.kind] as readonly string[]).includes(part)) return null;
    return field.kind === 'period' ? 'date' : 'words';
  }
  if (part !== undefined) return null;
  switch (field.kind) {
    case 'number':
    case 'money':
    case 'computed':
      return 'number';
    case 'date':
      return 'date';
    case 'choice':
    case 'choices':
    case 'yes-no':
    case 'consent':
    case 'schedule':
      return 'choice';
    case 'file':
      return null;
    default:
      return 'words';
  }
}

/** What the variables of a rule must be where they stand. */
function demandsOf(rule: unknown): [string, VariableKind[]][] {
  if (Array.isArray(rule)) return rule.flatMap(demandsOf);
  if (rule === null || typeof rule !== 'object') return [];
  return Object.entries(rule).flatMap(([operator, operands]): [string, VariableKind[]][] => {
    const wanted = wantedBy[operator];
    if (!wanted) return demandsOf(operands);
    const direct = (operands as unknown[]).filter(
      (operand): operand is { var: string } =>
        typeof operand === 'object' && operand !== null && 'var' in operand,
    );
    return [
      ...direct.map((operand): [string, VariableKind[]] => [operand.var, wanted]),
      ...demandsOf(operands),
    ];
  });
}

const numbers: VariableKind[] = ['number'];
const sizes: VariableKind[] = ['number', 'date'];
const wantedBy: Record<string, VariableKind[]> = {
  '+': numbers,
  '-': numbers,
  '*': numbers,
  '/': numbers,
  min: numbers,
  max: numbers,
  '<': sizes,
  '<=': sizes,
  '>': sizes,
  '>=': sizes,
  days: ['date'],
};

/** The values a rule can compare the field with; null where any text can be. */
function ruleValues(field: Field<Texts> | undefined): string[] | null {
  if (!field) return null;
  if (field.kind === 'choice' || field.kind === 'choices') return field.options.map((option) => option.value);
  if (field.kind === 'schedule') {
    return field.rows.flatMap((row) => field.columns.map((column) => `${row.value}.${column.value}`));
  }
  return field.kind === 'yes-no' || field.kind === 'consent' ? ['yes', 'no'] : null;
}

/** Each "this question against that value" in a rule. */
function comparisonsIn(rule: Rule | Sum): { variable: string; value: string }[] {
  if (typeof rule !== 'object') return [];
  if ('and' in rule) return rule.and.flatMap(comparisonsIn);
  if ('or' in rule) return rule.or.flatMap(comparisonsIn);
  if ('!' in rule) return comparisonsIn(rule['!']);
  const sides: (Operand | string[])[] =
    '==' in rule ? rule['=='] : '!=' in rule ? rule['!='] : 'in' in rule ? rule.in : [];
  const variables = sides.flatMap((side) => (typeof side === 'object' && 'var' in side ? [side.var] : []));
  const values = sides.flatMap((side) =>
    typeof side === 'string' ? [side] : Array.isArray(side) ? side : [],
  );
  return variables.slice(0, 1).flatMap((variable) => values.map((value) => ({ variable, value })));
}
