'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { answerSupplement } from '@/lib/cases/commands/answer-supplement';
import { saveSupplementDraft } from '@/lib/cases/commands/save-supplement-draft';
import { requireResident } from '@/lib/identity/session';
import { type FormState, runAction } from '@/lib/platform/action';
import { href, type Translate, texts } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { type CheckedFile, checkUpload, postedFiles } from '@/lib/platform/upload';
import { INTENT, type SupplementFormState } from './supplement-form-state';

/**
 * Receives the form of an answer: sent, kept for later, files put to it or one taken away. Good files are kept also
 * when something else in the posting is wrong, since a browser can't be given files back.
 */
export async function sendSupplement(
  caseId: string,
  supplementId: string,
  before: SupplementFormState,
  data: FormData,
): Promise<SupplementFormState> {
  const actor = await requireResident();
  const { lang } = await requestFacts();
  const t = texts(lang);
  const text = String(data.get('text') ?? '').replaceAll('\r\n', '\n');
  const intent = String(data.get(INTENT) ?? 'send');
  const here = href(lang, `/cases/${caseId}/supplements/${supplementId}`);
  const attempt = before.attempt + 1;

  const { files, errors } = await checkFiles(data, t);
  const removeFileId = intent.startsWith('remove:') ? intent.slice('remove:'.length) : undefined;
  const isSending = intent === 'send' && errors.length === 0;
  const state = await runAction('send-supplement', async () => {
    if (isSending) await answerSupplement(actor, { supplementId, text, files });
    else await saveSupplementDraft(actor, { supplementId, text, files, removeFileId });
    if (isSending) redirect(here);
    if (intent === 'later' && errors.length === 0) redirect(`${here}?kept=yes`);
    return { status: 'done' };
  });
  if (state.status === 'error') errors.push(...refusals(state));
  // The list of received files stands in the page, which is to be made anew around the form.
  refresh();
  const said = { text, errors, attempt };
  if (state.status === 'error') return { ...said, errorTitle: errorTitle(t, errors.length) };
  const done = removeFileId
    ? t('cases:supplement.file-removed')
    : files.length > 0
      ? t('cases:supplement.files-added')
      : undefined;
  return {
    ...said,
    ...(errors.length > 0 && { errorTitle: errorTitle(t, errors.length) }),
    ...(done && { done }),
  };
}

const errorTitle = (t: Translate, count: number) => t('common:error-summary.title', { count });

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
