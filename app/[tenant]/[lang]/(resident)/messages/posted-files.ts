import 'server-only';
import type { MessageFormState } from '@/components/messages/message-form-state';
import type { Translate } from '@/lib/platform/i18n';
import { type CheckedFile, checkUpload, postedFiles } from '@/lib/platform/upload';

/** The files of a form's field `files`: those that can be kept, and why the others can't. */
export async function checkPostedFiles(
  data: FormData,
  t: Translate,
): Promise<{ files: CheckedFile[]; errors: MessageFormState['errors'] }> {
  const files: CheckedFile[] = [];
  const errors: MessageFormState['errors'] = [];
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
