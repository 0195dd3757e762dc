import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { AnswerFormState } from '@/components/cases/answer-form-state';
import { type AutosaveResult, readIntent, readVersion } from '@/components/forms/saved-form';
import { IS_ALL, itemField } from '@/lib/cases/domain/answer-fields';
import { timeText } from '@/lib/kernel/date-text';
import { type FormState, runAction } from '@/lib/platform/action';
import { isAppError } from '@/lib/platform/errors';
import { noteFormErrors } from '@/lib/platform/form-errors';
import type { Language, Translate } from '@/lib/platform/i18n';
import { log } from '@/lib/platform/log';
import { type CheckedFile, checkUpload, postedFiles } from '@/lib/platform/upload';

type Problems = AnswerFormState['errors'];

/** What she posted: what is written about each thing by its id, and the files that are what they say. */
export interface Posted {
  texts: Record<string, string>;
  version: number;
  files: (CheckedFile & { itemId: string })[];
}
type Saved = { outcome: 'saved'; version: number; savedAt: Date } | { outcome: 'stale' };

/** Where a posted answer goes, and what is said of it. */
interface Receiver {
  /** for the log */
  name: string;
  /** what is written about, in the form's order */
  itemIds: readonly string[];
  /** the form's own page */
  here: string;
  send(posted: Posted & { isAll: boolean }): Promise<{ outcome: 'sent' | 'stale' }>;
  save(posted: Posted & { removeFileId: string | undefined; keepMine: boolean }): Promise<Saved>;
  words: { removed: string; added: string; saved: string };
}

/**
 * Receives the form of an answer or a comment: sent, kept for later, files put to it or one taken away. Good files are
 * kept also when something else in the posting is wrong, since a browser can't be given files back.
 */
export async function receiveAnswer(
  { name, itemIds, here, send, save, words }: Receiver,
  before: AnswerFormState,
  data: FormData,
  t: Translate,
): Promise<AnswerFormState> {
  const intent = readIntent(data);
  const typed = postedTexts(data, itemIds);
  const isAll = data.get(IS_ALL) !== null;
  const { files, errors } = await checkFiles(data, itemIds, t);
  const isRight = errors.length === 0;
  const posted = { texts: byItem(itemIds, typed), version: readVersion(data), files };
  let { version } = posted;
  let isStale = false;
  const state = await runAction(name, async () => {
    const removeFileId = intent.kind === 'remove' ? intent.fileId : undefined;
    const kept =
      intent.kind === 'next' && isRight
        ? await send({ ...posted, isAll })
        : await save({ ...posted, removeFileId, keepMine: intent.kind === 'keep-mine' });
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
  const isDone = !isStale && state.status !== 'error';
  const done = isDone ? doneText(words, intent.kind, files.length) : undefined;
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
export async function saveByItself(
  {
    name,
    itemIds,
    save,
  }: Pick<Receiver, 'name' | 'itemIds'> & {
    save(posted: Pick<Posted, 'texts' | 'version'>): Promise<Saved>;
  },
  data: FormData,
  lang: Language,
): Promise<AutosaveResult> {
  try {
    const saved = await save({
      texts: byItem(itemIds, postedTexts(data, itemIds)),
      version: readVersion(data),
    });
    if (saved.outcome === 'stale') return { status: 'stale' };
    return { status: 'saved', version: saved.version, time: timeText(saved.savedAt, lang) };
  } catch (error) {
    // Sent from another window, or no longer asked for: the page as it is now says which.
    if (isAppError(error, 'NotNow')) return { status: 'stale' };
    if (!isAppError(error)) log.error({ err: error, action: name }, 'action failed');
    return { status: 'failed' };
  }
}

const postedTexts = (data: FormData, itemIds: readonly string[]): string[] =>
  itemIds.map((_, index) => String(data.get(itemField('text', index + 1)) ?? '').replaceAll('\r\n', '\n'));

const byItem = (itemIds: readonly string[], texts: readonly string[]): Record<string, string> =>
  Object.fromEntries(itemIds.map((id, index) => [id, texts[index] ?? '']));

/** Looks at the files by their content; what is wrong with one stands at its field. */
async function checkFiles(data: FormData, itemIds: readonly string[], t: Translate) {
  const files: Posted['files'] = [];
  const errors: Problems = [];
  for (const [index, itemId] of itemIds.entries()) {
    const field = itemField('files', index + 1);
    for (const file of postedFiles(data, field)) {
      const checked = await checkUpload(file);
      if (checked.ok) files.push({ ...checked.value, itemId });
      else errors.push({ fieldId: field, message: `${file.name}: ${t(`errors:file-${checked.reason}`)}` });
    }
  }
  return { files, errors };
}

/** A refusal as the form shows it: at its fields, or above them all. */
export const refusals = ({ fields, message = '' }: FormState): Problems =>
  fields
    ? Object.entries(fields).map(([fieldId, said]) => ({ fieldId, message: said }))
    : [{ fieldId: '', message }];

function doneText(words: Receiver['words'], intent: string, files: number): string | undefined {
  if (intent === 'remove') return words.removed;
  if (files > 0) return words.added;
  return intent === 'keep-mine' ? words.saved : undefined;
}
