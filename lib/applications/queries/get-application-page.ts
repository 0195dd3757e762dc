import 'server-only';
import { compilePage, type FormPage } from '@/lib/catalogue/domain/form-page';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { isAppError, notFound } from '@/lib/platform/errors';
import type { Language } from '@/lib/platform/i18n';
import { guarded, requireResidentMay } from '../access';
import { answersInTx, findDraftInTx, homesInTx } from '../commands/draft-in-tx';
import { nextPage, previousPage, progress } from '../domain/navigation';
import { type FileNote, fileNotes } from '../domain/received-files';
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
    }
  /** the answers so far don't lead to that page: this one instead */
  | { kind: 'elsewhere'; slug: string }
  | { kind: 'submitted' };

/** One page of her draft, as answered so far. */
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
        if (!definition.pages.some((page) => page.slug === slug)) throw notFound();
        const spoken = spokenLanguage(definition, language);
        const { answers, savedAt, files } = await answersInTx(tx, draft);
        const page = compilePage(definition, slug, {
          language: spoken,
          today: dateInSweden(now()),
          answers,
          homes: await homesInTx(tx, draft, spoken),
          children: [],
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
        };
      }),
    ),
  );
}

/** A draft's page of an application that has been submitted: the receipt is shown instead. */
export async function orSubmitted<T>(find: () => Promise<T>): Promise<T | { kind: 'submitted' }> {
  try {
    return await find();
  } catch (error) {
    if (isAppError(error, 'AlreadyDone')) return { kind: 'submitted' };
    throw error;
  }
}
