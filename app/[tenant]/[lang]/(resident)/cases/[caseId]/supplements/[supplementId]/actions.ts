'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { type AutosaveResult, readIntent, readVersion } from '@/components/forms/saved-form';
import { answerSupplement } from '@/lib/cases/commands/answer-supplement';
import { saveSupplementDraft } from '@/lib/cases/commands/save-supplement-draft';
import { currentActor, requireResident } from '@/lib/identity/session';
import { timeText } from '@/lib/kernel/date-text';
import { type FormState, runAction } from '@/lib/platform/action';
import { isAppError } from '@/lib/platform/errors';
import { noteFormErrors } from '@/lib/platform/form-errors';
import { href, type Translate, texts } from '@/lib/platform/i18n';
import { log } from '@/lib/platform/log';
import { requestFacts } from '@/lib/platform/request';
import { type CheckedFile, checkUpload, postedFiles } from '@/lib/platform/upload';
import type { SupplementFormState } from './supplement-form-state';

interface Place {
  caseId: string;
  supplementId: string;
}

/**
 * Receives the form of an answer: sent, kept for later, files put to it or one taken away. Good files are kept also
 * when something else in the posting is wrong, since a browser can't be given files back.
 */
export async function postSupplement(
  { caseId, supplementId }: Place,
  before: SupplementFormState,
  data: FormData,
): Promise<SupplementFormState> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  const t = texts(lang);
  const intent = readIntent(data);
  const text = textOf(data);
  const here = href(lang, `/cases/${caseId}/supplements/${supplementId}`);

  const { files, errors } = await checkFiles(data, t);
  const removeFileId = intent.kind === 'remove' ? intent.fileId : undefined;
  const isRight = errors.length === 0;
  const posted = { supplementId, text, version: readVersion(data), files };
  let { version } = posted;
  let isStale = false;
  const state = await runAction('post-supplement', async () => {
    const kept =
      intent.kind === 'next' && isRight
        ? await answerSupplement(actor, posted)
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
    text,
    errors,
    attempt: before.attempt + 1,
    ...(errors.length > 0 && { errorTitle: t('common:error-summary.title', { count: errors.length }) }),
    ...(done && { done }),
  };
}

/** Saves the text a moment after each change. Says what came of it; never moves her from where she writes. */
export async function autosaveSupplement({ supplementId }: Place, data: FormData): Promise<AutosaveResult> {
  const [actor, { lang }] = await Promise.all([currentActor(), requestFacts()]);
  if (actor.kind !== 'resident') return { status: 'ended' };
  try {
    const posted = { supplementId, text: textOf(data), version: readVersion(data) };
    const saved = await saveSupplementDraft(actor, posted);
    if (saved.outcome === 'stale') return { status: 'stale' };
    return { status: 'saved', version: saved.version, time: timeText(saved.savedAt, lang) };
  } catch (error) {
    // Sent from another window, or no longer asked for: the page as it is now says which.
    if (isAppError(error, 'NotNow')) return { status: 'stale' };
    if (!isAppError(error)) log.error({ err: error, action: 'autosave-supplement' }, 'action failed');
    return { status: 'failed' };
  }
}

const textOf = (data: FormData) => String(data.get('text') ?? '').replaceAll('\r\n', '\n');

function doneText(t: Translate, intent: string, files: number): string | undefined {
  if (intent === 'remove') return t('cases:supplement.file-removed');
  if (files > 0) return t('cases:supplement.files-added');
  return intent === 'keep-mine' ? t('cases:supplement.saved') : undefined;
}

async function checkFiles(data: FormData, t: Translate) {
  const files: CheckedFile[] = [];
  const errors: { fieldId: string; message: string }[] = [];
  for (const file of postedFiles(data, 'files')) {
    const checked = await checkUpload(file);
    if (checked.ok) files.push(checked.value);
    else {
      const why = t(`errors:file-${checked.reason}`);
      errors.push({ fieldId: 'files', message: `${file.name}: ${why}` });
    }
  }
  return { files, errors };
}

const refusals = ({ fields, message = '' }: FormState) =>
  fields
    ? Object.entries(fields).map(([fieldId, message]) => ({ fieldId, message }))
    : [{ fieldId: '', message }];
