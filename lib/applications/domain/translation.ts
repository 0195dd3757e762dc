import type { AnswerValue } from '@/lib/catalogue/domain/answers-shape';
import type { ServiceForm } from '@/lib/catalogue/domain/definition';
import type { Field, Page } from '@/lib/catalogue/domain/form-shape';
import type { AnswerTexts } from '@/lib/catalogue/domain/form-texts';
import { localize } from '@/lib/catalogue/domain/texts';
import type { TextLanguage } from '@/lib/kernel/date-text';
import { question, type Snapshot, type SnapshotPage, type SnapshotQuestion } from './snapshot';

export interface TranslatedQuestion extends Omit<SnapshotQuestion, 'value' | 'prefilled'> {
  /** the answer is her own words, as typed: in the language that she filled the form in */
  answerLanguage?: string;
}

/**
 * A signed document said again in another of its form's languages: for the officers, who work in Swedish whatever
 * language she chose. It is what the same version of the form says there, question by question. What she wrote herself
 * is nobody's to translate. What was signed is the snapshot, and only that.
 */
export interface Translation {
  language: string;
  /** name of the service */
  title: string;
  /** what those who sign besides are, by role */
  roles: Record<string, string>;
  pages: (Omit<SnapshotPage, 'groups'> & {
    groups: (Omit<SnapshotPage['groups'][number], 'questions'> & { questions: TranslatedQuestion[] })[];
  })[];
}

interface Words {
  /** one of the definition's languages, and the portal's texts in it */
  language: TextLanguage;
  texts: AnswerTexts;
}

export function translate(snapshot: Snapshot, definition: ServiceForm, words: Words): Translation {
  const inWords = <T>(part: unknown) => localize<T>(part, definition.languages, words.language);
  const pages = new Map(inWords<Page<string>[]>(definition.pages).map((page) => [page.slug, page]));
  const others = definition.signers === 'applicant' ? [] : definition.signers.others;
  return {
    language: words.language,
    title: inWords<string>(definition.name),
    roles: Object.fromEntries(others.map(({ id, role }) => [id, inWords<string>(role)])),
    pages: snapshot.pages.map(({ slug, groups }) => {
      const page = known(pages.get(slug), slug);
      return {
        slug,
        title: page.title,
        ...(page.lead !== undefined && { lead: page.lead }),
        groups: groups.map(({ id, questions }) => {
          const { title, text, fields } = known(
            page.groups.find((group) => group.id === id),
            id,
          );
          return {
            id,
            ...(title !== undefined && { title }),
            ...(text !== undefined && { text }),
            questions: questions.map((asked) => {
              const field = known(
                fields.find((one) => one.id === asked.id),
                asked.id,
              );
              return translated(asked, field, snapshot, words);
            }),
          };
        }),
      };
    }),
  };
}

/** A version never changes, so what was asked by it is there. */
function known<T>(part: T | undefined, id: string): T {
  if (part === undefined) throw new Error(`The signed version of the form has no ${id}`);
  return part;
}

function translated(
  asked: SnapshotQuestion,
  field: Field<string>,
  { language, madeAt }: Snapshot,
  words: Words,
): TranslatedQuestion {
  // Homes and children are names, not the form's texts: they are what stood there.
  const chosenByName = field.kind === 'care-home-wishes' || field.kind === 'child';
  const names = chosenByName ? (asked.options ?? []).map(({ value, label }) => ({ value, label })) : [];
  const { value: _, ...said } = question(field, answerOf(asked), {
    ...words,
    homes: names.map(({ value, label }) => ({
      slug: value,
      name: label,
      district: '',
      address: '',
      description: { text: '', lang: language },
      languages: [],
    })),
    children: [],
    now: new Date(madeAt),
  });
  const isHerWords = (field.kind === 'text' || field.kind === 'long-text') && answerOf(asked) !== undefined;
  return {
    ...said,
    ...(chosenByName && { options: names }),
    ...(isHerWords && { answerLanguage: language }),
  };
}

const answerOf = ({ value }: SnapshotQuestion): AnswerValue | undefined => value ?? undefined;
