'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { AnswerFormState } from '@/components/cases/answer-form-state';
import { type AutosaveResult, readIntent, readVersion } from '@/components/forms/saved-form';
import { answerSupplement } from '@/lib/cases/commands/answer-supplement';
import { saveSupplementDraft } from '@/lib/cases/commands/save-supplement-draft';
import { IS_ALL } from '@/lib/cases/domain/answer-fields';
import { currentActor, requireResident } from '@/lib/identity/session';
import { timeText } from '@/lib/kernel/date-text';
import { runAction } from '@/lib/platform/action';
import { isAppError } from '@/lib/platform/errors';
import { noteFormErrors } from '@/lib/platform/form-errors';
import { href, type Translate, texts } from '@/lib/platform/i18n';
import { log } from '@/lib/platform/log';
import { requestFacts } from '@/lib/platform/request';
import { byItem, checkFiles, postedTexts, refusals } from '../../posted-answer';

interface Place {
  caseId: string;
  supplementId: string;
  /** what is asked for, in the form's order */
  itemIds: string[];
}

/**
 * Receives the form of an answer: sent, kept for later, files put to it or one taken away. Good files are kept also
 * when something else in the posting is wrong, since a browser can't be given files back.
 */
export async function postSupplement(
  { caseId, supplementId, itemIds }: Place,
  before: AnswerFormState,
  data: FormData,
): Promise<AnswerFormState> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  const t = texts(lang);
  const intent = readIntent(data);
  const typed = postedTexts(data, itemIds);
  const isAll = data.get(IS_ALL) !== null;
  const here = href(lang, `/cases/${caseId}/supplements/${supplementId}`);

  const { files, errors } = await checkFiles(data, itemIds, t);
  const removeFileId = intent.kind === 'remove' ? intent.fileId : undefined;
  const isRight = errors.length === 0;
  const posted = { supplementId, texts: byItem(itemIds, typed), version: readVersion(data), files };
  let { version } = posted;
  let isStale = false;
  const state = await runAction('post-supplement', async () => {
    const kept =
      intent.kind === 'next' && isRight
        ? await answerSupplement(actor, { ...posted, isAll })
        : await saveSupplementDraft(actor, {
            ...posted,
            removeFileId,
            keepMine: intent.kind === 'keep-mine',
          });
    isStale = kept.outcome === 'stale';
    if (kept.outcome === 'sent') redirect(here);
    if (kept.outcome === 'saved') version = kept.version;
    if (intent.kind === 'later' && isRight && !isStale) redirect(`${here}?kept=yes`);
    return { status: 'done' };
  });
  if (state.status === 'error') errors.push(...refusals(state));
  if (errors.length > 0) await noteFormErrors();
  // The list of received files stands in the page, which is to be made anew around the form.
  refresh();
  const done = isStale || state.status === 'error' ? undefined : doneText(t, intent.kind, files.length);
  return {
    status: isStale ? 'stale' : errors.length > 0 ? 'problems' : 'saved',
    version,
    texts: typed,
    isAll,
    errors,
    attempt: before.attempt + 1,
    ...(errors.length > 0 && { errorTitle: t('common:error-summary.title', { count: errors.length }) }),
    ...(done && { done }),
  };
}

/** Saves the texts a moment after each change. Says what came of it; never moves her from where she writes. */
export async function autosaveSupplement(
  { supplementId, itemIds }: Place,
  data: FormData,
): Promise<AutosaveResult> {
  const [actor, { lang }] = await Promise.all([currentActor(), requestFacts()]);
  if (actor.kind !== 'resident') return { status: 'ended' };
  try {
    const typed = byItem(itemIds, postedTexts(data, itemIds));
    const saved = await saveSupplementDraft(actor, {
      supplementId,
      texts: typed,
      version: readVersion(data),
    });
    if (saved.outcome === 'stale') return { status: 'stale' };
    return { status: 'saved', version: saved.version, time: timeText(saved.savedAt, lang) };
  } catch (error) {
    // Sent from another window, or no longer asked for: the page as it is now says which.
    if (isAppError(error, 'NotNow')) return { status: 'stale' };
    if (!isAppError(error)) log.error({ err: error, action: 'autosave-supplement' }, 'action failed');
    return { status: 'failed' };
  }
}

function doneText(t: Translate, intent: string, files: number): string | undefined {
  if (intent === 'remove') return t('cases:supplement.file-removed');
  if (files > 0) return t('cases:supplement.files-added');
  return intent === 'keep-mine' ? t('cases:supplement.saved') : undefined;
}
