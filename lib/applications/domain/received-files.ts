import type { FileReference } from '@/lib/catalogue/domain/answers-shape';
import type { ScanState } from '@/lib/kernel/scan-state';

/** A file that came with an application, and how it stands with it. */
export interface ReceivedFile extends FileReference {
  field: string;
  state: ScanState;
}

/** What she is told of a file where a scanner is connected. */
export interface FileNote {
  id: string;
  name: string;
  field: string;
  state: 'waiting' | 'clean' | 'infected';
}

/**
 * The files that answer questions, by field. A file that waits to be scanned is an answer, since nobody shall wait for
 * the scanner; an infected one is none: its question is unanswered until she has sent another.
 */
export function answerFiles(files: readonly ReceivedFile[]): Record<string, FileReference[]> {
  const byField: Record<string, FileReference[]> = {};
  for (const { field, state, ...reference } of files) {
    if (state === 'infected') continue;
    byField[field] ??= [];
    byField[field].push(reference);
  }
  return byField;
}

export const fileNotes = (files: readonly ReceivedFile[]): FileNote[] =>
  files.flatMap(({ id, name, field, state }) =>
    state === 'not-scanned' || state === 'made-here' ? [] : [{ id, name, field, state }],
  );

/** What two looks at the files say together: the scanner's word stands, whichever look it was in. */
export function laterNotes(one: readonly FileNote[], other: readonly FileNote[]): FileNote[] {
  const notes = new Map<string, FileNote>();
  for (const note of [...one, ...other]) {
    if (note.state !== 'waiting' || !notes.has(note.id)) notes.set(note.id, note);
  }
  return [...notes.values()];
}
