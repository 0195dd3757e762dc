import type { AnswerFormState } from '@/components/cases/answer-form-state';
import { itemField } from '@/lib/cases/domain/answer-fields';
import type { FormState } from '@/lib/platform/action';
import type { Translate } from '@/lib/platform/i18n';
import { type CheckedFile, checkUpload, postedFiles } from '@/lib/platform/upload';

type Problems = AnswerFormState['errors'];

/** What was posted about each thing, by its place in the form. */
export const postedTexts = (data: FormData, itemIds: readonly string[]): string[] =>
  itemIds.map((_, index) => String(data.get(itemField('text', index + 1)) ?? '').replaceAll('\r\n', '\n'));

export const byItem = (itemIds: readonly string[], texts: readonly string[]): Record<string, string> =>
  Object.fromEntries(itemIds.map((id, index) => [id, texts[index] ?? '']));

/** Looks at the files by their content; what is wrong with one stands at its field. */
export async function checkFiles(data: FormData, itemIds: readonly string[], t: Translate) {
  const files: (CheckedFile & { itemId: string })[] = [];
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
