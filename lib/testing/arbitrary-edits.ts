import fc from 'fast-check';
import type { ServiceForm } from '@/lib/catalogue/domain/definition';
import { checkDocument } from '@/lib/catalogue/domain/definition-errors';
import { type Field, isAsked, type Texts } from '@/lib/catalogue/domain/form-shape';
import { variablesIn } from '@/lib/catalogue/domain/rules';

/*
 * What service owners do to a form between two versions: questions come, go, move, change their words, their limits
 * and their choices; pages come and go.
 */

type Group = ServiceForm['pages'][number]['groups'][number];
type Edit = (form: ServiceForm, pick: (count: number) => number) => void;

const wordy = (form: ServiceForm, words: string): Texts =>
  Object.fromEntries(form.languages.map((language) => [language, words]));

const groupsOf = (form: ServiceForm): Group[] => form.pages.flatMap((page) => page.groups);
const randomGroup = (form: ServiceForm, pick: (count: number) => number): Group =>
  groupsOf(form)[pick(groupsOf(form).length)] as Group;

function takeOut(form: ServiceForm, pick: (count: number) => number): Field<Texts> | undefined {
  const group = randomGroup(form, pick);
  const [field] = group.fields.splice(pick(group.fields.length), 1);
  return field;
}

function randomAsked(form: ServiceForm, pick: (count: number) => number) {
  const asked = groupsOf(form)
    .flatMap((group) => group.fields)
    .filter(isAsked);
  return asked[pick(asked.length)];
}

const edits: Record<string, Edit> = {
  'takes a question away': (form, pick) => void takeOut(form, pick),
  'moves a question': (form, pick) => {
    const field = takeOut(form, pick);
    if (field) randomGroup(form, pick).fields.push(field);
  },
  'asks something new': (form, pick) => {
    const group = randomGroup(form, pick);
    const id = `new-${pick(1_000_000)}`;
    const label = wordy(form, 'En ny fråga');
    const missing = wordy(form, 'Svara på den nya frågan');
    group.fields.splice(pick(group.fields.length + 1), 0, {
      kind: 'yes-no',
      id,
      label,
      missing,
      required: pick(2) === 0,
    });
  },
  'rewords a question': (form, pick) => {
    const field = randomAsked(form, pick);
    if (field) field.label = wordy(form, `Omskriven ${pick(1_000)}`);
  },
  'takes a choice away': (form, pick) => {
    const field = randomAsked(form, pick);
    const options =
      field && ('options' in field ? field.options : 'relations' in field ? field.relations : []);
    options?.splice(pick(options.length), 1);
  },
  'makes a question another kind': (form, pick) => {
    const group = randomGroup(form, pick);
    const at = pick(group.fields.length);
    const field = group.fields[at];
    if (!field || !isAsked(field)) return;
    const { id, label, hint, shownIf, required, requiredIf, missing } = field;
    const same = { id, label, hint, shownIf, required, requiredIf, missing };
    group.fields[at] =
      pick(2) === 0 ? { ...same, kind: 'long-text', maxLength: 100 } : { ...same, kind: 'yes-no' };
  },
  'tightens a limit': (form, pick) => {
    const field = randomAsked(form, pick);
    if (field && 'maxLength' in field) field.maxLength = 100;
    if (field?.kind === 'file') field.maxFiles = 1;
    if (field?.kind === 'care-home-wishes') field.max = 1;
  },
  'demands an answer': (form, pick) => {
    const field = randomAsked(form, pick);
    // A wish is never demanded: there may be no home to wish for.
    if (field && field.kind !== 'care-home-wishes')
      Object.assign(field, { required: true, missing: wordy(form, 'Svara på frågan') });
  },
  'takes a page away': (form, pick) => void form.pages.splice(pick(form.pages.length), 1),
  'lets pages change places': (form, pick) => {
    const [page] = form.pages.splice(pick(form.pages.length), 1);
    if (page) form.pages.splice(pick(form.pages.length + 1), 0, page);
  },
};

/** Without what would point at nothing, and without what is empty, as whoever edits a form tidies after herself. */
function tidied(form: ServiceForm): ServiceForm {
  const before = new Set<string>();
  const keeps = (rule: unknown) => rule === undefined || variablesIn(rule).every((id) => before.has(id));
  const withoutBadRule = <N extends { shownIf?: unknown }>(node: N): N =>
    keeps(node.shownIf) ? node : { ...node, shownIf: undefined };
  const pages = form.pages
    .map((page) => ({
      ...withoutBadRule(page),
      groups: page.groups
        .map((group) => {
          const known = withoutBadRule(group);
          const fields = group.fields.map((field) => {
            const own = withoutBadRule(field);
            before.add(field.id);
            return own;
          });
          return { ...known, fields };
        })
        .filter((group) => group.fields.length > 0),
    }))
    .filter((page) => page.groups.length > 0);
  for (const field of pages.flatMap((page) => page.groups.flatMap((group) => group.fields))) {
    if (isAsked(field) && !keeps(field.requiredIf)) field.requiredIf = undefined;
  }
  const { onBehalf, ...rest } = form;
  return {
    ...rest,
    pages,
    ...(onBehalf && Object.values(onBehalf).every((id) => before.has(id)) && { onBehalf }),
  };
}

/** The form after some edits; only such as could be published. */
export const arbitraryEdited = (form: ServiceForm): fc.Arbitrary<ServiceForm> =>
  fc
    .array(
      fc.tuple(fc.constantFrom(...Object.keys(edits)), fc.array(fc.nat(), { minLength: 6, maxLength: 6 })),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((chosen) => {
      const edited = structuredClone(form);
      for (const [name, numbers] of chosen) {
        const left = [...numbers];
        edits[name]?.(edited, (count) => (count > 0 ? (left.shift() ?? 0) % count : 0));
      }
      const checked = checkDocument(JSON.parse(JSON.stringify(tidied(edited))));
      return checked.ok && checked.definition.kind === 'form' ? checked.definition : null;
    })
    .filter((definition) => definition !== null);
