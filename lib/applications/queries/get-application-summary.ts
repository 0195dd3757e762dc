import 'server-only';
import type { Problem } from '@/lib/catalogue/domain/answers-schema';
import { compilePage, type FormPage } from '@/lib/catalogue/domain/form-page';
import { answerTexts } from '@/lib/catalogue/domain/form-texts';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import type { Actor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { type Language, texts } from '@/lib/platform/i18n';
import { guarded, requireResidentMay } from '../access';
import { answersInTx, findDraftInTx, homesInTx } from '../commands/draft-in-tx';
import { childrenInTx, knownInTx, selfInTx } from '../commands/known-in-tx';
import { moveStateInTx } from '../commands/move-draft-in-tx';
import { CHECK, previousPage } from '../domain/navigation';
import { type Offer, originsOf } from '../domain/prefill';
import { readiness } from '../domain/readiness';
import { type FileNote, fileNotes } from '../domain/received-files';
import { type AnswerSection, summarize } from '../domain/summary';
import { type MoveNews, newsOf } from '../move-news';
import { spokenLanguage } from '../spoken-language';
import { orSubmitted } from './get-application-page';
import { type ReturnedDraft, returnedDraftInTx } from './returned-draft-in-tx';
import { signersInTx } from './signers-in-tx';

export type ApplicationSummary =
  | {
      kind: 'summary';
      serviceName: string;
      /** of all that is said here: where the form is not translated, another than was asked for */
      language: Language;
      sections: AnswerSection[];
      /** the answers that stood there beforehand and still do, by question: where each came from */
      origins: Readonly<Record<string, Pick<Offer, 'source' | 'on'>>>;
      /** pages with something to put right, each with what; empty when it can be signed */
      unready: { page: FormPage; problems: Problem[] }[];
      previous: string | null;
      /** whether others must sign it after her */
      isShared: boolean;
      /** why it is a draft again, after others had been asked to sign it */
      returned: ReturnedDraft | null;
      /** how it stands with the files, where a scanner is connected; each with the page it is on */
      files: (FileNote & { page: string })[];
      /** what became of the draft when its form got a newer version; null where it never did */
      move: MoveNews | null;
    }
  | { kind: 'submitted' };

/** All questions on the way and their answers in words, and what is missing before it can be signed. */
export function getApplicationSummary(
  actor: Actor,
  { applicationId, language }: { applicationId: string; language: Language },
  { now = clock }: { now?: () => Date } = {},
): Promise<ApplicationSummary> {
  return guarded(actor, 'applications.get-application-summary', 'application', applicationId, () =>
    orSubmitted(() =>
      read(actor, async (tx) => {
        requireResidentMay(actor, 'read-own');
        const draft = await findDraftInTx(tx, actor, applicationId);
        const { definition } = draft.form;
        const { answers, files } = await answersInTx(tx, draft);
        const spoken = spokenLanguage(definition, language);
        const homes = await homesInTx(tx, draft, spoken);
        const children = await childrenInTx(tx, draft);
        const self = await selfInTx(tx, draft);
        const today = dateInSweden(now());
        const { signers, problems } = await signersInTx(tx, draft, answers, { language: spoken, now: now() });
        const context = {
          today,
          homes: homes.map((home) => home.slug),
          children: children.map(({ key }) => key),
          self,
        };
        const { pages } = readiness(definition, answers, context, problems);
        return {
          kind: 'summary',
          serviceName: definition.name[spoken] ?? definition.slug,
          language: spoken,
          sections: summarize(definition, answers, {
            language: spoken,
            texts: answerTexts(texts(spoken)),
            homes,
            children,
            now: now(),
          }),
          origins: originsOf(answers, await knownInTx(tx, draft)),
          unready: pages.flatMap(({ slug, ready, problems: own }) => {
            const page = ready
              ? null
              : compilePage(definition, slug, { language: spoken, today, answers, homes, children, self });
            return page ? [{ page, problems: own }] : [];
          }),
          files: fileNotes(files).flatMap((note) => {
            const page = definition.pages.find(({ groups }) =>
              groups.some(({ fields }) => fields.some(({ id }) => id === note.field)),
            );
            return page ? [{ ...note, page: page.slug }] : [];
          }),
          previous: previousPage(definition, answers, CHECK),
          isShared: signers.length > 0,
          returned: await returnedDraftInTx(tx, draft),
          move:
            draft.movedAtVersion > 0 ? newsOf(draft, answers, spoken, await moveStateInTx(tx, draft)) : null,
        };
      }),
    ),
  );
}
