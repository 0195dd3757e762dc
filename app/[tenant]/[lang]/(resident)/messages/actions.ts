'use server';

import { refresh } from 'next/cache';
import { notFound, redirect } from 'next/navigation';
import { type AutosaveResult, readIntent, readVersion } from '@/components/forms/saved-form';
import type { MessageFormState } from '@/components/messages/message-form-state';
import { currentActor, requireResident } from '@/lib/identity/session';
import { timeText } from '@/lib/kernel/date-text';
import { isId, newId } from '@/lib/kernel/ids';
import { saveMessageDraft } from '@/lib/messages/commands/save-message-draft';
import { sendMessage } from '@/lib/messages/commands/send-message';
import { type Place, readPlace } from '@/lib/messages/domain/place';
import { runAction } from '@/lib/platform/action';
import { isAppError } from '@/lib/platform/errors';
import { noteFormErrors } from '@/lib/platform/form-errors';
import { href, type Translate, texts } from '@/lib/platform/i18n';
import { log } from '@/lib/platform/log';
import { requestFacts } from '@/lib/platform/request';
import { refusals } from '../cases/[caseId]/posted-answer';
import { pathOf } from './place-path';
import { checkPostedFiles } from './posted-files';

/**
 * Receives the form of a message: sent, kept for later, files put to it or one taken away. Good files are kept also when
 * something else in the posting is wrong, since a browser can't be given files back.
 */
export async function postMessage(
  where: Place,
  before: MessageFormState,
  data: FormData,
): Promise<MessageFormState> {
  const place = readPlace(where) ?? notFound();
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  const t = texts(lang);
  const intent = readIntent(data);
  const written = writtenIn(data);

  const { files, errors } = await checkPostedFiles(data, t);
  const isRight = errors.length === 0;
  const posted = { place, ...written, version: readVersion(data), files };
  let { version } = posted;
  let isStale = false;
  const state = await runAction('post-message', async () => {
    const kept =
      intent.kind === 'next' && isRight
        ? await sendMessage(actor, posted)
        : await saveMessageDraft(actor, {
            ...posted,
            removeFileId: intent.kind === 'remove' ? intent.fileId : undefined,
            keepMine: intent.kind === 'keep-mine',
          });
    isStale = kept.outcome === 'stale';
    if (kept.outcome === 'sent') redirect(href(lang, `/messages/${kept.threadId}?sent=yes#sent`));
    if (kept.outcome === 'saved') version = kept.version;
    if (intent.kind === 'later' && isRight && !isStale) redirect(href(lang, `${pathOf(place)}?kept=yes`));
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
    subject: written.subject,
    text: written.text,
    errors,
    attempt: before.attempt + 1,
    ...(errors.length > 0 && { errorTitle: t('common:error-summary.title', { count: errors.length }) }),
    ...(done && { done }),
  };
}

/** Saves what is written a moment after each change. Says what came of it; never moves her from where she writes. */
export async function autosaveMessage(where: Place, data: FormData): Promise<AutosaveResult> {
  const place = readPlace(where) ?? notFound();
  const [actor, { lang }] = await Promise.all([currentActor(), requestFacts()]);
  if (actor.kind !== 'resident') return { status: 'ended' };
  try {
    const saved = await saveMessageDraft(actor, { place, ...writtenIn(data), version: readVersion(data) });
    if (saved.outcome !== 'saved') return { status: 'stale' };
    return { status: 'saved', version: saved.version, time: timeText(saved.savedAt, lang) };
  } catch (error) {
    // It takes no more messages, since the page was loaded: the page as it is now says why.
    if (isAppError(error, 'NotNow')) return { status: 'stale' };
    if (!isAppError(error)) log.error({ err: error, action: 'autosave-message' }, 'action failed');
    return { status: 'failed' };
  }
}

/** What she typed, and the id that the form was given for it; whoever takes that away gets another. */
function writtenIn(data: FormData) {
  const field = (name: string) => String(data.get(name) ?? '').replaceAll('\r\n', '\n');
  const messageId = field('message');
  return {
    messageId: isId(messageId) ? messageId : newId(),
    subject: field('subject'),
    text: field('text'),
  };
}

function doneText(t: Translate, intent: string, files: number): string | undefined {
  if (intent === 'remove') return t('messages:form.file-removed');
  if (files > 0) return t('messages:form.files-added');
  return intent === 'keep-mine' ? t('messages:form.saved') : undefined;
}
