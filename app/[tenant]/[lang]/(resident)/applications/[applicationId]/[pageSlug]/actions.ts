'use server';

import { redirect } from 'next/navigation';
import type { PageFormState } from '@/components/forms/page-form-state';
import { type AutosaveResult, readIntent, readVersion } from '@/components/forms/saved-form';
import { removeFile } from '@/lib/applications/commands/remove-file';
import { type SavedPage, saveAnswers } from '@/lib/applications/commands/save-answers';
import { emptyRowProblems } from '@/lib/applications/domain/empty-row';
import { getApplicationPage } from '@/lib/applications/queries/get-application-page';
import { judge } from '@/lib/catalogue/domain/form-page';
import { currentActor, requireResident } from '@/lib/identity/session';
import { isChosenFile } from '@/lib/kernel/chosen-file';
import { timeText } from '@/lib/kernel/date-text';
import { type FormState, runAction } from '@/lib/platform/action';
import { isAppError } from '@/lib/platform/errors';
import { noteFormErrors } from '@/lib/platform/form-errors';
import { href, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { log } from '@/lib/platform/log';
import { requestFacts } from '@/lib/platform/request';

interface Place {
  applicationId: string;
  page: string;
  /** the form's, in which all around it is said too */
  language: Language;
  /** she came from the check page to change something, and goes back there */
  fromCheck: boolean;
}

/** Receives a form page, whichever button sent it. Whatever stands in it is kept first; then it is seen whether one can go on. */
export async function savePage(place: Place, before: PageFormState, data: FormData): Promise<PageFormState> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  const { applicationId, page } = place;
  const intent = readIntent(data);
  let state: PageFormState = { status: 'idle', version: before.version };
  const save = async (): Promise<FormState> => {
    const saved = await orReceipt(lang, applicationId, () =>
      saveAnswers(actor, {
        applicationId,
        page,
        language: lang,
        version: readVersion(data),
        posted: data,
        files: filesOf(data),
        keepMine: intent.kind === 'keep-mine',
        goOn: intent.kind === 'next',
      }),
    );
    // The page of an older form can't be gone on with: what came of it is shown on the form as it is now.
    if (saved.outcome === 'page-gone') redirect(href(lang, `/applications/${applicationId}`));
    if (saved.outcome === 'saved' && saved.isOfOldForm) {
      redirect(href(lang, `/applications/${applicationId}/${page}?form=${saved.version}`));
    }
    if (saved.outcome === 'saved' && intent.kind === 'remove') {
      await removeFile(actor, { applicationId, fileId: intent.fileId });
      const now = await getApplicationPage(actor, { applicationId, slug: page, language: lang });
      if (now.kind === 'page') {
        state = {
          status: 'saved',
          version: now.version,
          typed: judge(now.page, now.page.answers),
          files: now.files,
        };
        return { status: 'done' };
      }
    }
    state = stateAfter(saved, before, { intent: intent.kind, data }, texts(place.language));
    const isRight = state.status === 'saved';
    if (state.status === 'problems') await noteFormErrors();
    if (isRight && intent.kind === 'later') redirect(href(lang, '/overview'));
    if (isRight && intent.kind === 'next' && saved.outcome === 'saved') {
      redirect(href(lang, `/applications/${applicationId}/${place.fromCheck ? 'check' : saved.next}`));
    }
    return { status: 'done' };
  };
  const failed = await runAction('save-page', save, undefined, place.language);
  if (failed.status !== 'error') return state;
  // Not the version of the page as it was loaded: it may have saved by itself since.
  return { status: 'error', version: readVersion(data), message: failed.message ?? '' };
}

/** Saves a page's texts a moment after each change. Says what came of it; never moves her from where she writes. */
export async function autosavePage(place: Place, data: FormData): Promise<AutosaveResult> {
  const [actor, { lang }] = await Promise.all([currentActor(), requestFacts()]);
  if (actor.kind !== 'resident') return { status: 'ended' };
  const { applicationId, page } = place;
  try {
    const saved = await saveAnswers(actor, {
      applicationId,
      page,
      language: lang,
      version: readVersion(data),
      posted: data,
    });
    if (saved.outcome !== 'saved' || saved.isOfOldForm) return { status: 'stale' };
    return { status: 'saved', version: saved.version, time: timeText(saved.savedAt, place.language) };
  } catch (error) {
    // Sent in from another window: whichever button she then presses leads to the receipt.
    if (isAppError(error, 'AlreadyDone')) return { status: 'stale' };
    if (!isAppError(error)) log.error({ err: error, action: 'autosave-page' }, 'action failed');
    return { status: 'failed' };
  }
}

const filesOf = (data: FormData) =>
  [...data].flatMap(([field, value]) => (isChosenFile(value) ? [{ field, file: value }] : []));

function stateAfter(
  saved: Exclude<SavedPage, { outcome: 'page-gone' }>,
  before: PageFormState,
  { intent, data }: { intent: string; data: FormData },
  t: Translate,
): PageFormState {
  // The old version stays on the page, so that only her choice gets past it.
  if (saved.outcome === 'stale') {
    const message = saved.isOfOldForm && { message: t('applications:move.stale') };
    return { status: 'stale', version: before.version, typed: saved.typed, ...message };
  }
  const { version, page, submission, refused, files } = saved;
  const kept = { version, files, ...(page && { typed: judge(page, page.answers) }) };
  const unanswered = intent === 'next' && submission?.outcome === 'problems' ? submission.problems : [];
  const wrong = page ? [...unanswered, ...emptyRowProblems(page, data)] : unanswered;
  // What a file turned out to hold says more than what its name promised.
  const looked = new Set(refused.map((problem) => problem.field));
  const problems = [...wrong.filter((problem) => !looked.has(problem.field)), ...refused];
  if (problems.length > 0) return { status: 'problems', ...kept, problems };
  if (intent === 'next' && submission?.outcome === 'more-questions')
    return { status: 'more-questions', ...kept };
  return { status: 'saved', ...kept };
}

async function orReceipt<T>(lang: Language, applicationId: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isAppError(error, 'AlreadyDone')) redirect(href(lang, `/applications/${applicationId}/receipt`));
    throw error;
  }
}
