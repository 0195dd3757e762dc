import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/db';
import { invalid } from '@/lib/platform/errors';
import { stateOf, storeFileInTx } from '@/lib/platform/storage';
import { MAX_FILES } from '../domain/supplement';
import { type DraftFiles, fileKey, hashOf, type PutFile } from '../draft-files';

/**
 * Stores files with a draft; one that is there already (a double click) is not stored twice. Under the case's lock, so
 * that two tabs can't pass the limit together. Says whether anything is new.
 */
export async function putFilesInTx(tx: Tx, draft: DraftFiles, files: readonly PutFile[]): Promise<boolean> {
  const { tenantId, ownerId, now } = draft;
  const isInfected = ({ file }: (typeof now)[number]) => stateOf(file) === 'infected';
  // Whatever it is put to: what is harmful here is harmful there.
  const infected = new Set(now.filter(isInfected).map(({ file }) => fileKey('', file.hash)));
  const kept = new Set(
    now.filter((one) => !isInfected(one)).map(({ itemId, file }) => fileKey(itemId, file.hash)),
  );
  const before = kept.size;
  for (const put of files) {
    const { itemId, ...file } = put;
    const hash = hashOf(put);
    const field = draft.fieldOf(itemId);
    if (infected.has(fileKey('', hash))) throw invalid({ [field]: 'errors:file-infected-again' });
    if (kept.has(fileKey(itemId, hash))) continue;
    kept.add(fileKey(itemId, hash));
    if (kept.size > MAX_FILES) throw invalid({ [field]: 'errors:too-many-files' });
    const fileId = newId();
    await storeFileInTx(tx, fileId, { tenantId, ownerId, ...file, from: 'outside' });
    await draft.put(fileId, itemId);
  }
  return kept.size > before;
}
