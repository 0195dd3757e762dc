import 'server-only';
import { lookupHash } from '@/lib/platform/crypto';
import { invalid } from '@/lib/platform/errors';
import { stateOf } from '@/lib/platform/storage';
import type { CheckedFile } from '@/lib/platform/upload';

/** A file that she puts to something she is writing: about which of the things asked for. */
export type PutFile = CheckedFile & { itemId: string };

/** A file that lies with a draft, or was sent. */
export interface DraftFile {
  itemId: string;
  file: { id: string; hash: Uint8Array; scanState: string; createdAt: Date };
}

/** Where files of a draft lie: the table differs, the rules are the same. */
export interface DraftFiles {
  tenantId: string;
  ownerId: string;
  now: readonly DraftFile[];
  put(fileId: string, itemId: string): Promise<unknown>;
  /** the form's field, for what is wrong with a file */
  fieldOf(itemId: string): string;
}

/** She may not have seen it yet: sent silently without the file, the answer would not be what she meant. */
export function refuseInfected({ now, fieldOf }: Pick<DraftFiles, 'now' | 'fieldOf'>): void {
  const found = now.find(({ file }) => stateOf(file) === 'infected');
  if (found) throw invalid({ [fieldOf(found.itemId)]: 'errors:answer-has-infected' });
}

export const hashOf = ({ bytes }: PutFile): Uint8Array => lookupHash(bytes, 'stored-file');

/** What makes two files the same one: what is in them, and what they are put to. */
export const fileKey = (itemId: string, hash: Uint8Array): string =>
  `${Buffer.from(hash).toString('hex')} ${itemId}`;

/** Whether a posting's files are all among those that were sent: it repeats that sending. */
export function areAmong(files: readonly PutFile[], sent: readonly DraftFile[]): boolean {
  const keys = new Set(sent.map(({ itemId, file }) => fileKey(itemId, file.hash)));
  return files.every((file) => keys.has(fileKey(file.itemId, hashOf(file))));
}
