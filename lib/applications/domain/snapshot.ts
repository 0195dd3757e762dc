import { type Answers, type AnswerValue, isEmpty } from '@/lib/catalogue/domain/answers-shape';
import type { ServiceForm } from '@/lib/catalogue/domain/definition';
import { type Field, isAsked, type Option } from '@/lib/catalogue/domain/form-shape';
import { languageOf, localize } from '@/lib/catalogue/domain/texts';
import { answerInWords, reachedPages, type WordsOptions } from './summary';

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
  /** ISO instant */
  madeAt: string;
  pages: {
    slug: string;
    title: string;
    lead?: string;
    groups: { id: string; title?: string; text?: string; questions: SnapshotQuestion[] }[];
  }[];
}

export interface SnapshotFacts extends WordsOptions {
  version: number;
  municipality: string;
  applicant: { name: string; nationalId: string };
}

export function makeSnapshot(definition: ServiceForm, answers: Answers, facts: SnapshotFacts): Snapshot {
  const language = languageOf(definition, facts.language);
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
    madeAt: facts.now.toISOString(),
    pages: reachedPages(definition, answers, language).map((page) => ({
      slug: page.slug,
      title: page.title,
      ...(page.lead !== undefined && { lead: page.lead }),
      groups: page.groups.map((group) => ({
        id: group.id,
        ...(group.title !== undefined && { title: group.title }),
        ...(group.text !== undefined && { text: group.text }),
        questions: group.fields.map((field) => question(field, answers[field.id], facts)),
      })),
    })),
  };
}

function question(
  field: Field<string>,
  value: AnswerValue | undefined,
  facts: WordsOptions,
): SnapshotQuestion {
  const options = optionsOf(field, facts);
  return {
    id: field.id,
    kind: field.kind,
    question: field.label,
    ...(field.hint !== undefined && { help: field.hint }),
    ...('text' in field && { text: field.text }),
    ...(options && { options }),
    ...(isAsked(field) && {
      value: value === undefined || isEmpty(value) ? null : value,
      answer: answerInWords(field, value, facts),
    }),
  };
}

function optionsOf(field: Field<string>, { texts, homes }: WordsOptions): SnapshotQuestion['options'] | null {
  const plain = (options: readonly Option<string>[]) =>
    options.map(({ value, label, hint }) => ({ value, label, ...(hint !== undefined && { help: hint }) }));
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return plain(field.options);
    case 'person':
      return plain(field.relations);
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
