'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { type AutosaveResult, readIntent, readVersion } from '@/components/forms/saved-form';
import { saveAppealDraft } from '@/lib/cases/commands/save-appeal-draft';
import { sendAppeal } from '@/lib/cases/commands/send-appeal';
import { type AppealDraft, appealFields, missing } from '@/lib/cases/domain/appeal-content';
import { currentActor, requireResident } from '@/lib/identity/session';
import { timeText } from '@/lib/kernel/date-text';
import { type FormState, runAction } from '@/lib/platform/action';
import { isAppError } from '@/lib/platform/errors';
import { noteFormErrors } from '@/lib/platform/form-errors';
import { href, type Translate, texts } from '@/lib/platform/i18n';
import { log } from '@/lib/platform/log';
import { requestFacts } from '@/lib/platform/request';
import { type CheckedFile, checkUpload, postedFiles } from '@/lib/platform/upload';
import { refusals } from '../../../posted-answer';
import type { AppealFormState } from './appeal-form-state';

interface Place {
  caseId: string;
  decisionId: string;
}

const pathOf = ({ caseId, decisionId }: Place) => `/cases/${caseId}/decisions/${decisionId}`;

/**
 * Receives the form of an appeal: kept whatever it is, and read through next where all is there. Good files are kept also
 * when something else in the posting is wrong, since a browser can't be given files back.
 */
export async function postAppeal(
  place: Place,
  before: AppealFormState,
  data: FormData,
): Promise<AppealFormState> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  const t = texts(lang);
  const intent = readIntent(data);
  const draft = draftOf(data);
  const here = href(lang, `${pathOf(place)}/appeal`);
  const { files, errors } = await checkFiles(data, t);
  if (intent.kind === 'next') errors.push(...sentences(t, missing(draft)));
  let version = readVersion(data);
  let isStale = false;
  const state = await runAction('post-appeal', async () => {
    const kept = await saveAppealDraft(actor, {
      decisionId: place.decisionId,
      draft,
      version,
      files,
      removeFileId: intent.kind === 'remove' ? intent.fileId : undefined,
      keepMine: intent.kind === 'keep-mine',
    });
    isStale = kept.outcome === 'stale';
    if (kept.outcome === 'saved') version = kept.version;
    if (!isStale && errors.length === 0) {
      if (intent.kind === 'next') redirect(`${here}/check`);
      if (intent.kind === 'later') redirect(`${here}?kept=yes`);
    }
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
    typed: draft,
    errors,
    attempt: before.attempt + 1,
    ...(errors.length > 0 && { errorTitle: t('common:error-summary.title', { count: errors.length }) }),
    ...(done && { done }),
  };
}

/** Saves what is written a moment after each change. Says what came of it; never moves her from where she writes. */
export async function autosaveAppeal({ decisionId }: Place, data: FormData): Promise<AutosaveResult> {
  const [actor, { lang }] = await Promise.all([currentActor(), requestFacts()]);
  if (actor.kind !== 'resident') return { status: 'ended' };
  try {
    const saved = await saveAppealDraft(actor, {
      decisionId,
      draft: draftOf(data),
      version: readVersion(data),
    });
    if (saved.outcome === 'stale') return { status: 'stale' };
    return { status: 'saved', version: saved.version, time: timeText(saved.savedAt, lang) };
  } catch (error) {
    if (!isAppError(error)) log.error({ err: error, action: 'autosave-appeal' }, 'action failed');
    return { status: 'failed' };
  }
}

/** The deliberate press, after she has read it through. */
export async function sendAppealAction(place: Place, version: number): Promise<FormState> {
  return runAction('send-appeal', async () => {
    const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
    const { appealId } = await sendAppeal(actor, {
      decisionId: place.decisionId,
      version,
      language: lang,
    });
    redirect(href(lang, `${pathOf(place)}/appeals/${appealId}`));
  });
}

const draftOf = (data: FormData): AppealDraft =>
  Object.fromEntries(
    appealFields.map((field) => [field, String(data.get(field) ?? '').replaceAll('\r\n', '\n')]),
  ) as AppealDraft;

function doneText(t: Translate, intent: string, files: number): string | undefined {
  if (intent === 'remove') return t('appeals:file-removed');
  if (files > 0) return t('appeals:files-added');
  return intent === 'keep-mine' ? t('appeals:saved') : undefined;
}

async function checkFiles(data: FormData, t: Translate) {
  const files: CheckedFile[] = [];
  const errors: { fieldId: string; message: string }[] = [];
  for (const file of postedFiles(data, 'files')) {
    const checked = await checkUpload(file);
    if (checked.ok) files.push(checked.value);
    else errors.push({ fieldId: 'files', message: `${file.name}: ${t(`errors:file-${checked.reason}`)}` });
  }
  return { files, errors };
}

const sentences = (t: Translate, wrong: Record<string, string>) =>
  Object.entries(wrong).map(([fieldId, key]) => ({ fieldId, message: t(key as never) as string }));
