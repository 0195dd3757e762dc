import { findProblems } from '@/lib/catalogue/domain/answers-schema';
import { type Answers, type AnswerValue, isEmpty } from '@/lib/catalogue/domain/answers-shape';
import type { ServiceForm } from '@/lib/catalogue/domain/definition';
import type { CheckContext } from '@/lib/catalogue/domain/findings';
import { type AskedField, isAsked, type Texts } from '@/lib/catalogue/domain/form-shape';
import { reach } from '@/lib/catalogue/domain/visibility';
import { canonicalJson } from '@/lib/kernel/canonical-json';
import { answersOfPage } from './answers';
import { carryAnswer, hasSameWords } from './carry-answer';

/*
 * A draft moved to a newer version of its form. Decided by the two forms and what has been answered alone: every answer
 * that the new form can hold goes along, every other is kept to be read, and the pages to look at again are named.
 */

type AskedTexts = AskedField<Texts>;

/** An answer that the new form has no place for, or not for all of it. */
export interface Dropped {
  field: AskedTexts;
  value: AnswerValue;
}

export interface DraftMove {
  /** by page of the new form, as its row keeps them; only pages that had been answered or hold an answer */
  pages: Record<string, Answers>;
  /** pages of the new form whose questions are not those she answered, in order */
  lookAgain: string[];
  dropped: Dropped[];
}

export interface DraftToMove {
  /** all of them, with the files that have been received */
  answers: Answers;
  /** pages of the old form that have been saved */
  saved: ReadonlySet<string>;
}

interface Place {
  field: AskedTexts;
  page: string;
}

const placesOf = (form: ServiceForm): Map<string, Place> =>
  new Map(
    form.pages.flatMap((page) =>
      page.groups
        .flatMap((group) => group.fields)
        .filter(isAsked)
        .map((field): [string, Place] => [field.id, { field, page: page.slug }]),
    ),
  );

export function moveDraft(
  from: ServiceForm,
  to: ServiceForm,
  { answers, saved }: DraftToMove,
  context: CheckContext,
): DraftMove {
  const before = placesOf(from);
  const after = placesOf(to);
  const carried: Record<string, AnswerValue> = {};
  const dropped: Dropped[] = [];
  const changed = new Set<string>();
  for (const [id, value] of Object.entries(answers)) {
    const old = before.get(id);
    const now = after.get(id);
    // A file of a question that went away with an earlier version: it has been told of, and is kept.
    if (isEmpty(value) || (!old && !now)) continue;
    if (!now) {
      if (old) dropped.push({ field: old.field, value });
      continue;
    }
    const { kept, isWhole } = carryAnswer(old?.field ?? now.field, now.field, value);
    if (kept !== undefined) carried[id] = kept;
    if (!isWhole && old) dropped.push({ field: old.field, value });
    if (!isWhole || (old && !hasSameWords(old.field, now.field, value))) changed.add(id);
  }

  const wasSeen = (id: string) => saved.has(before.get(id)?.page ?? '');
  const visited = new Set(
    to.pages.filter(({ slug }) => saved.has(slug) || idsOn(to, slug).some(wasSeen)).map(({ slug }) => slug),
  );
  const isNew = (id: string) => before.get(id)?.field.kind !== after.get(id)?.field.kind;
  const newlyWrong = newProblems(from, to, answers, carried, context);
  const asked = new Set(reach(to.pages, carried).fields.map(({ id }) => id));
  const last = to.pages.findLastIndex(({ slug }) => visited.has(slug));
  const isAllSaved = reach(from.pages, answers).pages.every(({ slug }) => saved.has(slug));
  const lookAgain = to.pages.flatMap(({ slug }, index) => {
    const ids = idsOn(to, slug).filter((id) => asked.has(id));
    // A page she has not come to yet she sees as it is now; one that was put in behind her she must be shown.
    const isBehind =
      visited.has(slug) || ((index < last || isAllSaved) && visited.size > 0 && ids.length > 0);
    return isBehind && ids.some((id) => changed.has(id) || isNew(id) || newlyWrong.has(id)) ? [slug] : [];
  });
  return {
    pages: Object.fromEntries(
      to.pages
        .map((page) => ({ page, own: answersOfPage(page, carried) }))
        .filter(({ page, own }) => saved.has(page.slug) || Object.keys(own).length > 0)
        .map(({ page, own }) => [page.slug, own]),
    ),
    lookAgain,
    dropped,
  };
}

const idsOn = (form: ServiceForm, slug: string): string[] =>
  form.pages
    .filter((page) => page.slug === slug)
    .flatMap((page) => page.groups.flatMap((group) => group.fields))
    .filter(isAsked)
    .map(({ id }) => id);

/** Questions whose answer, or lack of one, was all right in the old form and isn't in the new. */
function newProblems(
  from: ServiceForm,
  to: ServiceForm,
  answers: Answers,
  carried: Answers,
  context: CheckContext,
): Set<string> {
  const key = ({ field, key }: { field: string; key: string }) => canonicalJson([field, key]);
  const known = new Set(findProblems(from.pages, answers, context).map(key));
  return new Set(
    findProblems(to.pages, carried, context)
      .filter((problem) => !known.has(key(problem)))
      .map(({ field }) => field),
  );
}
