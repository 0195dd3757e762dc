'use server';

import { redirect } from 'next/navigation';
import { publishImport } from '@/lib/catalogue/commands/publish-import';
import { stageImport } from '@/lib/catalogue/commands/stage-import';
import { requireAdmin } from '@/lib/identity/staff-session';
import { isChosenFile } from '@/lib/kernel/chosen-file';
import { isAppError } from '@/lib/platform/errors';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { writeOutcomes } from './outcomes';

/** Takes in the file, or what was pasted, and goes on to what it would change, or to its faults. */
export async function checkFile(form: FormData): Promise<void> {
  const [actor, { lang }] = await Promise.all([requireAdmin(), requestFacts()]);
  const file = form.get('file');
  const text = isChosenFile(file) ? await file.text() : String(form.get('content') ?? '');
  let to: string;
  try {
    to = `/admin/imports/${await stageImport(actor, text)}`;
  } catch (error) {
    if (!isAppError(error, 'Invalid')) throw error;
    to = `/admin/imports/new?problem=${text.trim() === '' ? 'empty' : 'unfit'}`;
  }
  redirect(href(lang, to));
}

/** Publishes what has been looked at. Pressed twice, or when something has moved, it shows what is true now. */
export async function publishFile(form: FormData): Promise<void> {
  const [actor, { lang }] = await Promise.all([requireAdmin(), requestFacts()]);
  const importId = String(form.get('import') ?? '');
  let to: string;
  try {
    const services = await publishImport(actor, { importId, basis: String(form.get('basis') ?? '') });
    to = `/admin/services?${writeOutcomes(services)}`;
  } catch (error) {
    if (isAppError(error, 'NotFound')) to = '/admin/services';
    else if (isAppError(error, 'Conflict')) to = `/admin/imports/${importId}?problem=moved`;
    else if (isAppError(error, 'Invalid')) to = `/admin/imports/${importId}`;
    else throw error;
  }
  redirect(href(lang, to));
}
