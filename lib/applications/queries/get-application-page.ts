import 'server-only';
import type { ServiceForm } from '@/lib/catalogue/domain/definition';
import { compilePage, type FormPage } from '@/lib/catalogue/domain/form-page';
import { type Field, isAsked, type PrefillSource } from '@/lib/catalogue/domain/form-shape';
import { answerTexts } from '@/lib/catalogue/domain/form-texts';
import { type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { isAppError, notFound } from '@/lib/platform/errors';
import { type Language, texts } from '@/lib/platform/i18n';
import { guarded, requireResidentMay } from '../access';
import { answersInTx, findDraftInTx, homesInTx } from '../commands/draft-in-tx';
import { childrenInTx, offersInTx, selfInTx } from '../commands/known-in-tx';
import { moveStateInTx } from '../commands/move-draft-in-tx';
import { CHECK, nextPage, pagesFor, previousPage, progress } from '../domain/navigation';
import { type Offer, originsOf } from '../domain/prefill';
import { type FileNote, fileNotes } from '../domain/received-files';
import { answerInWords, type WordsOptions } from '../domain/summary';
import { type MoveNews, newsOf } from '../move-news';
import { spokenLanguage } from '../spoken-language';

export type ApplicationPage =
  | {
      kind: 'page';
      version: number;
      serviceName: string;
      /** the form's: where it is not translated, another than was asked for */
      language: Language;
      page: FormPage;
      /** where it stands on the way, from 1 */
      step: number;
      of: number;
      /** slug of the page before; null on the first */
      previous: string | null;
      savedAt: Date | null;
      /** how it stands with the files, where a scanner is connected */
      files: FileNote[];
      /** what stands on the page beforehand, or came from there and is as it was, by question */
      prefilled: Record<string, Prefilled>;
      /** what became of the draft when its form got a newer version; null where it never did */
      move: MoveNews | null;
    }
  /** the answers so far don't lead to that page: this one instead */
  | { kind: 'elsewhere'; slug: string }
  | { kind: 'submitted' };

export interface Prefilled {
  source: PrefillSource;
  on: CalendarDate;
  /** only the register can change it */
  isLocked: boolean;
  /** the answer as a person reads it, a line each */
  words: string[];
}

/** One page of her draft, as answered so far, and where something can be filled in beforehand, with that. */
export function getApplicationPage(
  actor: Actor,
  { applicationId, slug, language }: { applicationId: string; slug: string; language: Language },
): Promise<ApplicationPage> {
  return guarded(actor, 'applications.get-application-page', 'application', applicationId, () =>
    orSubmitted(() =>
      read(actor, async (tx) => {
        requireResidentMay(actor, 'read-own');
        const draft = await findDraftInTx(tx, actor, applicationId);
        const { definition } = draft.form;
        const spoken = spokenLanguage(definition, language);
        const { answers, savedAt, files } = await answersInTx(tx, draft);
        if (!definition.pages.some((page) => page.slug === slug)) {
          // An address from before a move may name a page that the form no longer has.
          if (draft.movedAtVersion === 0) throw notFound();
          return { kind: 'elsewhere', slug: pagesFor(definition, answers)[0] ?? CHECK };
        }
        const homes = await homesInTx(tx, draft, spoken);
        const children = await childrenInTx(tx, draft);
        const today = dateInSweden(now());
        const context = {
          today,
          homes: homes.map((home) => home.slug),
          children: children.map(({ key }) => key),
        };
        const asked = asksOf(definition, slug);
        const { known, offers } = await offersInTx(tx, draft, asked, answers, context);
        const beforehand = Object.fromEntries(Object.entries(offers).map(([id, { value }]) => [id, value]));
        const page = compilePage(definition, slug, {
          language: spoken,
          today,
          answers: { ...answers, ...beforehand },
          homes,
          children,
          self: await selfInTx(tx, draft),
        });
        const place = progress(definition, answers, slug);
        if (!page || !place) return { kind: 'elsewhere', slug: nextPage(definition, answers, slug) };
        return {
          kind: 'page',
          version: draft.version,
          serviceName: definition.name[spoken] ?? definition.slug,
          language: spoken,
          page,
          ...place,
          previous: previousPage(definition, answers, slug),
          savedAt,
          files: fileNotes(files),
          prefilled: inWords(
            page,
            { ...originsOf(page.answers, known), ...offers },
            { language: spoken, texts: answerTexts(texts(spoken)), homes, children, now: now() },
          ),
          move:
            draft.movedAtVersion > 0 ? newsOf(draft, answers, spoken, await moveStateInTx(tx, draft)) : null,
        };
      }),
    ),
  );
}

const asksOf = (definition: ServiceForm, slug: string): Field<unknown>[] =>
  definition.pages.find((page) => page.slug === slug)?.groups.flatMap((group) => group.fields) ?? [];

/** The page's own, as its questions would say them. */
const inWords = (
  page: FormPage,
  offers: Readonly<Record<string, Offer>>,
  options: WordsOptions,
): Record<string, Prefilled> =>
  Object.fromEntries(
    page.groups
      .flatMap((group) => group.fields)
      .filter(isAsked)
      .flatMap((field) => {
        const offer = offers[field.id];
        if (!offer) return [];
        const { source, on, value } = offer;
        const isLocked = field.locked === true;
        return [[field.id, { source, on, isLocked, words: answerInWords(field, value, options) }]];
      }),
  );

/** A draft's page of an application that has been submitted: the receipt is shown instead. */
export async function orSubmitted<T>(find: () => Promise<T>): Promise<T | { kind: 'submitted' }> {
  try {
    return await find();
  } catch (error) {
    if (isAppError(error, 'AlreadyDone')) return { kind: 'submitted' };
    throw error;
  }
}
