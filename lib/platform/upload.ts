import 'server-only';
import { fileTypeFromBuffer } from 'file-type';
import { isChosenFile } from '@/lib/kernel/chosen-file';
import { ok, type Result, refused } from '@/lib/kernel/result';
import { type ImageRefusal, redrawImage } from './images';
import { isScannerConfigured } from './scanner';

/** The most one file may weigh. A photo of a page from a phone is 3–6 MB. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

// What officers' systems can open and file for good. No HEIC: no library of a licence of ours can draw it again, and a
// telephone that isn't offered it sends JPEG instead.
const endings = new Map([
  ['application/pdf', 'pdf'],
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
]);

// A Word file is a parcel of many files; it is only taken in where a scanner looks into it. Macros stand in another
// type (docm).
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const endingOf = (mediaType: string): string | undefined =>
  mediaType === WORD && isScannerConfigured() ? 'docx' : endings.get(mediaType);

/** For the `accept` attribute: a kindness of the browser's, never the check. */
export const acceptedFiles = (): string =>
  [
    ...endings.keys(),
    '.pdf',
    '.jpg',
    '.jpeg',
    '.png',
    ...(isScannerConfigured() ? [WORD, '.docx'] : []),
  ].join(',');

export interface CheckedFile {
  /** safe to show and to save under: no folders, no control signs, the ending of what it really is */
  name: string;
  mediaType: string;
  /** as they are kept: a picture has been drawn again */
  bytes: Uint8Array<ArrayBuffer>;
}

export type FileRefusal = 'empty' | 'too-big' | 'kind' | ImageRefusal;

/**
 * The one check every file from outside goes through. The content decides what it is; the name and type that the
 * browser sent are only claims. Pictures come out drawn again, with nothing in them but the picture.
 */
export async function checkUpload(file: File): Promise<Result<CheckedFile, FileRefusal>> {
  if (file.size === 0) return refused('empty');
  if (file.size > MAX_FILE_BYTES) return refused('too-big');
  const posted = new Uint8Array(await file.arrayBuffer());
  const mediaType = (await fileTypeFromBuffer(posted))?.mime ?? '';
  const ending = endingOf(mediaType);
  if (ending === undefined) return refused('kind');
  const facts = { name: safeFileName(file.name, ending), mediaType };
  if (mediaType !== 'image/jpeg' && mediaType !== 'image/png') return ok({ ...facts, bytes: posted });
  const drawn = await redrawImage(posted, mediaType);
  return drawn.ok ? ok({ ...facts, bytes: drawn.value }) : drawn;
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
    .trim();
  return `${cutBetweenSigns(stem, MOST_OF_A_NAME).trim() || 'fil'}.${ending}`;
}

const MOST_OF_A_NAME = 80;
const signs = new Intl.Segmenter('sv', { granularity: 'grapheme' });

/** The beginning of a text, at most so many code units, and no sign (an emoji, a letter with its accents) cut in two. */
function cutBetweenSigns(text: string, most: number): string {
  let end = 0;
  // Of what is far too long only the beginning is looked at; a sign there that goes on past it doesn't fit anyway.
  for (const { index, segment } of signs.segment(text.slice(0, most * 2))) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}
