import 'server-only';
import { fileTypeFromBuffer } from 'file-type';
import { isChosenFile } from '@/lib/kernel/chosen-file';
import { ok, type Result, refused } from '@/lib/kernel/result';

/** The most one file may weigh. A photo of a page from a phone is 3–6 MB. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

// What officers' systems can open and file for good. A Word file may carry macros only under another type (docm).
const accepted = new Map([
  ['application/pdf', 'pdf'],
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/heic', 'heic'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
]);

/** For the `accept` attribute: a kindness of the browser's, never the check. */
export const ACCEPTED_FILES = [...accepted.keys(), '.pdf', '.jpg', '.jpeg', '.png', '.heic', '.docx'].join(
  ',',
);

export interface CheckedFile {
  /** safe to show and to save under: no folders, no control signs, the ending of what it really is */
  name: string;
  mediaType: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export type FileRefusal = 'empty' | 'too-big' | 'kind';

/**
 * The one check every file from a person goes through. The content decides what it is; the name and type that the
 * browser sent are only claims.
 */
export async function checkUpload(file: File): Promise<Result<CheckedFile, FileRefusal>> {
  if (file.size === 0) return refused('empty');
  if (file.size > MAX_FILE_BYTES) return refused('too-big');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mediaType = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  const ending = accepted.get(mediaType);
  return ending === undefined
    ? refused('kind')
    : ok({ name: safeFileName(file.name, ending), mediaType, bytes });
}

/** The files of a form's file field. */
export const postedFiles = (data: FormData, field: string): File[] => data.getAll(field).filter(isChosenFile);

/** A name to show and download under: signs that steer text, paths and long tails are taken away. */
export function safeFileName(name: string, ending: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    // Control, format (also those that turn the reading direction), and unassigned signs.
    .replace(/[\p{C}"<>:|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .trim();
  return `${stem || 'fil'}.${ending}`;
}
