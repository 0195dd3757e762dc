import 'server-only';
import type { Problem } from '@/lib/catalogue/domain/answers-schema';
import { type Answers, isFiles } from '@/lib/catalogue/domain/answers-shape';
import type { ServiceForm } from '@/lib/catalogue/domain/definition';
import { compilePage, type FormPage, type Judged, judge } from '@/lib/catalogue/domain/form-page';
import type { FileField, Texts } from '@/lib/catalogue/domain/form-shape';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { canonicalJson } from '@/lib/kernel/canonical-json';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { sealJson } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import type { Language } from '@/lib/platform/i18n';
import { guarded, requireResidentMay } from '../access';
import { answersOfPage, type Posted, readAnswers, shownFields } from '../domain/answers';
import { answersContext } from '../domain/application-seals';
import { afterLooking } from '../domain/move-state';
import { nextPage } from '../domain/navigation';
import { afterSeeing, withLocked } from '../domain/prefill';
import { type FileNote, fileNotes } from '../domain/received-files';
import { readSubmission, type Submission, unless } from '../domain/submission';
import { problemsAt, signersInTx } from '../queries/signers-in-tx';
import { attachFilesInTx, checkUploads, type PostedFile, type Upload } from './attach-files-in-tx';
import { answersInTx, changeDraftInTx, type Draft, homesInTx, lockDraftInTx } from './draft-in-tx';
import { childrenInTx, keepKnownInTx, offersInTx, selfInTx } from './known-in-tx';
import { keepMoveStateInTx, keepTypedToReadInTx, moveStateInTx } from './move-draft-in-tx';

export interface PageToSave {
  applicationId: string;
  page: string;
  /** the application's version when the page was loaded */
  version: number;
  language: Language;
  posted: Posted;
  files?: readonly PostedFile[];
  /** she has been told that the page was changed elsewhere, and wants what stands here */
  keepMine?: boolean;
  /** she wants to go on to the next page, if all is right */
  goOn?: boolean;
}

export type SavedPage =
  | {
      outcome: 'saved';
      version: number;
      savedAt: Date;
      /** the page as it is now, with the files received; null where these answers no longer lead to it */
      page: FormPage | null;
      /** what the posted page means: whether one can go on */
      submission: Submission | null;
      /** files that were not taken in */
      refused: Problem[];
      /** how it stands with the files, where a scanner is connected */
      files: FileNote[];
      /** the page after this one */
      next: string;
      /** the page was loaded before the draft was moved to a newer form: it must be shown anew */
      isOfOldForm: boolean;
    }
  /** changed elsewhere since the page was loaded: nothing is saved; what was typed, to be shown beside the choice */
  | { outcome: 'stale'; typed: Judged; isOfOldForm: boolean }
  /** the form has no such page any more; what was typed on it is kept to be read */
  | { outcome: 'page-gone' };

/**
 * Keeps one page's answers as typed, right or not: nothing typed is lost. Saving by itself and sending the form both
 * come here. The same answers again change nothing. Answers that were changed elsewhere since the page was loaded are
 * never overwritten unasked; other pages' changes don't matter.
 * @throws NotFound for anybody else's; AlreadyDone when it is submitted
 */
export function saveAnswers(actor: Actor, input: PageToSave): Promise<SavedPage> {
  return guarded(actor, 'applications.save-answers', 'application', input.applicationId, async () => {
    requireResidentMay(actor, 'write-own');
    const uploads = await checkUploads(input.files ?? []);
    return write(actor, async (tx) => {
      const draft = await lockDraftInTx(tx, actor, input.applicationId);
      const { definition } = draft.form;
      const before = await answersInTx(tx, draft);
      const isOfOldForm = input.version < draft.movedAtVersion;
      if (isOfOldForm) {
        await keepTypedToReadInTx(tx, draft, input, before.answers, { language: input.language, now: now() });
      }
      const asked = definition.pages.find((page) => page.slug === input.page);
      if (!asked && isOfOldForm) return { outcome: 'page-gone' };
      if (!asked) throw notFound();
      const homes = await homesInTx(tx, draft, input.language);
      const children = await childrenInTx(tx, draft);
      const self = await selfInTx(tx, draft);
      const today = dateInSweden(now());
      const compile = (answers: Answers) =>
        compilePage(definition, input.page, {
          language: input.language,
          today,
          answers,
          homes,
          children,
          self,
        });

      const pageBefore = compile(before.answers);
      const { known, offers } = await offersInTx(tx, draft, fieldsOf(asked), before.answers, {
        today,
        homes: homes.map((home) => home.slug),
        children: children.map((child) => child.key),
      });
      const posted = withLocked(fieldsOf(asked), offers, input.posted);
      const typed = readAnswers(asked, posted, before.answers);
      const kept = answersOfPage(asked, typed);
      const isSame = canonicalJson(kept) === canonicalJson(answersOfPage(asked, before.answers));
      // A version that isn't yet was made up: obeyed, it would overwrite what stands there unseen.
      const isMadeUp = input.version > draft.version;
      const isStale = isOfOldForm || isMadeUp || (before.versions.get(input.page) ?? 0) > input.version;
      if (isStale && !isSame && !input.keepMine) {
        const shown = judge(pageBefore ?? bare(asked.slug), receivedOnly(typed));
        return { outcome: 'stale', typed: shown, isOfOldForm };
      }

      const { attached, refused } = await takeInFilesInTx(tx, draft, asked, uploads);
      if (attached > 0) {
        await auditInTx(tx, actor, {
          action: 'applications.attach-files',
          subjectPersonId: draft.personId,
          objectType: 'application',
          objectId: draft.id,
        });
      }
      const after = { ...withoutPage(before.answers, asked), ...kept };
      const { problems } = await signersInTx(tx, draft, after, { language: input.language, now: now() });
      const submission =
        pageBefore && unless(readSubmission(pageBefore, posted), problemsAt(problems, fieldsOf(asked)));
      const next = nextPage(definition, after, input.page);
      const isRight = submission === null || submission.outcome === 'complete';
      const lastPage = input.goOn && isRight && refused.length === 0 && next !== 'check' ? next : input.page;
      let { version } = draft;
      if (!isSame || attached > 0) version = await changeDraftInTx(tx, draft, { lastPage });
      else if (lastPage !== draft.lastPage || draft.removeOn) await noteLastPageInTx(tx, draft, lastPage);
      if (!isSame) await storePageInTx(tx, draft, input.page, kept, version);
      if (Object.keys(offers).length > 0) {
        await keepKnownInTx(tx, draft, afterSeeing(known, offers, shownFields(posted)));
      }
      if (draft.movedAtVersion > 0 && input.goOn && isRight && refused.length === 0 && !isOfOldForm) {
        await keepMoveStateInTx(tx, draft, afterLooking(await moveStateInTx(tx, draft), input.page));
      }
      const { answers, files } = await answersInTx(tx, draft);
      return {
        outcome: 'saved',
        version,
        savedAt: now(),
        page: compile(answers),
        submission,
        refused,
        files: fileNotes(files),
        next,
        isOfOldForm,
      };
    });
  });
}

type AskedPage = ServiceForm['pages'][number];

const bare = (slug: string) => ({ slug, groups: [], elsewhere: {} });

/** Files that were chosen but not sent in can't be shown again: the browser has them. */
const receivedOnly = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([id, value]) =>
      isFiles(value) ? [id, { ...value, files: value.files.filter((file) => file.id !== '') }] : [id, value],
    ),
  );

const fieldsOf = (page: AskedPage) => page.groups.flatMap((group) => group.fields);

const withoutPage = (answers: Answers, page: AskedPage): Answers => {
  const own = new Set(fieldsOf(page).map((field) => field.id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !own.has(id)));
};

async function takeInFilesInTx(
  tx: Tx,
  draft: Draft,
  page: AskedPage,
  uploads: readonly Upload[],
): Promise<{ attached: number; refused: Problem[] }> {
  const total = { attached: 0, refused: [] as Problem[] };
  const fields = fieldsOf(page).filter((field): field is FileField<Texts> => field.kind === 'file');
  for (const field of fields) {
    const own = uploads.filter((upload) => upload.field === field.id);
    if (own.length === 0) continue;
    const { attached, refused } = await attachFilesInTx(tx, draft, field, own);
    total.attached += attached;
    total.refused.push(...refused);
  }
  return total;
}

async function storePageInTx(
  tx: Tx,
  { tenantId, id: applicationId }: Draft,
  page: string,
  answers: Answers,
  version: number,
): Promise<void> {
  const sealed = sealJson(answers, answersContext(tenantId, applicationId, page));
  await tx.applicationAnswer.upsert({
    where: { tenantId_applicationId_page: { tenantId, applicationId, page } },
    create: { tenantId, applicationId, page, sealed, version },
    update: { sealed, version },
    select: { page: true },
  });
}

async function noteLastPageInTx(tx: Tx, { tenantId, id }: Draft, lastPage: string): Promise<void> {
  await tx.application.update({
    where: { tenantId_id: { tenantId, id } },
    data: { lastPage, removeOn: null },
    select: { id: true },
  });
}
