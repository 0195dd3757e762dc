import {
  type Answers,
  type AnswerValue,
  filledRows,
  isEmpty,
  isParts,
  isRows,
} from '@/lib/catalogue/domain/answers-shape';
import type { ServiceForm } from '@/lib/catalogue/domain/definition';
import type { Column, Field, Option, PrefillSource } from '@/lib/catalogue/domain/form-shape';
import { languageOf, localize } from '@/lib/catalogue/domain/texts';
import { reach } from '@/lib/catalogue/domain/visibility';
import { formatNationalId } from '@/lib/kernel/national-id';
import type { OtherSigner } from './signers';
import { answerInWords, reachedPages, sumIn, type WordsOptions } from './summary';

export interface SnapshotQuestion {
  id: string;
  kind: Field<string>['kind'];
  question: string;
  help?: string;
  /** the text of an information or of a consent, word for word */
  text?: string;
  /** the alternatives there were to choose from, homes included */
  options?: { value: string; label: string; help?: string }[];
  /** as kept, for machines; null without an answer; not there where nothing was asked */
  value?: AnswerValue | null;
  /** in words, a line each, for people */
  answer?: string[];
  /** where the answer stood beforehand, unchanged since: from the register, her contact ways or an earlier application */
  prefilled?: { source: PrefillSource; on: string };
  /** a repeating group's questions, in order */
  columns?: {
    id: string;
    kind: Column<string>['kind'];
    question: string;
    options?: { value: string; label: string }[];
  }[];
}

export interface SnapshotPage {
  slug: string;
  title: string;
  lead?: string;
  groups: { id: string; title?: string; text?: string; questions: SnapshotQuestion[] }[];
}

/**
 * Exactly what was asked and answered, in the words that stood there. What is signed, what the receipt shows and what
 * the back office gets are all made from this and nothing else. Write-once.
 */
export interface Snapshot {
  format: 1;
  service: { slug: string; version: number; name: string; applicationType: string };
  municipality: string;
  language: string;
  /** who has filled it in and signs it */
  applicant: { name: string; nationalId: string };
  /** who must sign besides; not there where nobody else does */
  signers?: { role: string; title: string; name?: string; nationalId: string }[];
  /** ISO instant */
  madeAt: string;
  pages: SnapshotPage[];
}

export interface SnapshotFacts extends WordsOptions {
  /** by question: domain/prefill.ts says of which answers it is still true */
  prefilled?: Readonly<Record<string, { source: PrefillSource; on: string }>>;
  version: number;
  municipality: string;
  applicant: { name: string; nationalId: string };
  signers?: readonly OtherSigner[];
}

export function makeSnapshot(definition: ServiceForm, answers: Answers, facts: SnapshotFacts): Snapshot {
  const language = languageOf(definition, facts.language);
  const { data } = reach(definition.pages, answers);
  return {
    format: 1,
    service: {
      slug: definition.slug,
      version: facts.version,
      name: localize<string>(definition.name, definition.languages, language),
      applicationType: definition.destination.applicationType,
    },
    municipality: facts.municipality,
    language,
    applicant: { name: facts.applicant.name, nationalId: facts.applicant.nationalId },
    ...(facts.signers?.length && { signers: facts.signers.map(asWritten) }),
    madeAt: facts.now.toISOString(),
    pages: reachedPages(definition, answers, language).map((page) => ({
      slug: page.slug,
      title: page.title,
      ...(page.lead !== undefined && { lead: page.lead }),
      groups: page.groups.map((group) => ({
        id: group.id,
        ...(group.title !== undefined && { title: group.title }),
        ...(group.text !== undefined && { text: group.text }),
        questions: group.fields.map((field) =>
          question(field, field.kind === 'computed' ? sumIn(data, field.id) : answers[field.id], facts),
        ),
      })),
    })),
  };
}

const asWritten = ({ role, title, name, nationalId }: OtherSigner) => ({
  role,
  title,
  ...(name !== null && { name }),
  nationalId: formatNationalId(nationalId),
});

/** A question as it is asked in one language, with its answer. */
export function question(
  field: Field<string>,
  value: AnswerValue | undefined,
  facts: WordsOptions & Pick<SnapshotFacts, 'prefilled'>,
): SnapshotQuestion {
  const origin = facts.prefilled?.[field.id];
  const options = optionsOf(field, facts);
  return {
    id: field.id,
    kind: field.kind,
    question: field.label,
    ...(field.hint !== undefined && { help: field.hint }),
    ...('text' in field && { text: field.text }),
    ...(options && { options }),
    ...(field.kind === 'rows' && { columns: field.columns.map(columnOf) }),
    ...(field.kind !== 'information' && {
      value: value === undefined || isEmpty(value) ? null : asData(field, value, facts),
      answer: answerInWords(field, value, facts),
    }),
    ...(origin && { prefilled: { source: origin.source, on: origin.on } }),
  };
}

/** Without rows that nobody wrote in, and with the child who was chosen: what stands for it in the form says nothing. */
function asData(field: Field<string>, value: AnswerValue, { children }: WordsOptions): AnswerValue {
  if (isRows(value)) return { rows: filledRows(value).map(({ cells }) => cells) };
  if (field.kind !== 'child' || !isParts(value)) return value;
  const known = children.find((child) => child.key === value.child);
  return known
    ? { name: known.name, 'national-id': known.nationalId }
    : { name: value.name ?? '', 'national-id': value['national-id'] ?? '' };
}

const columnOf = (column: Column<string>) => ({
  id: column.id,
  kind: column.kind,
  question: column.label,
  ...('options' in column && {
    options: column.options.map(({ value, label }) => ({ value, label })),
  }),
});

function optionsOf(
  field: Field<string>,
  { texts, homes, children }: WordsOptions,
): SnapshotQuestion['options'] | null {
  const plain = (options: readonly Option<string>[]) =>
    options.map(({ value, label, hint }) => ({ value, label, ...(hint !== undefined && { help: hint }) }));
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return plain(field.options);
    case 'person':
      return plain(field.relations);
    case 'schedule':
      return field.rows.flatMap((row) =>
        field.columns.map((column) => ({
          value: `${row.value}.${column.value}`,
          label: `${row.label}, ${column.label}`,
        })),
      );
    case 'child':
      return children.map(({ key, name }) => ({ value: key, label: name }));
    case 'yes-no':
    case 'consent':
      return [
        { value: 'yes', label: texts.yes },
        { value: 'no', label: texts.no },
      ];
    case 'care-home-wishes':
      return homes.map((home) => ({
        value: home.slug,
        label: `${home.name}, ${home.district}`,
        help: home.description.text,
      }));
    default:
      return null;
  }
}
