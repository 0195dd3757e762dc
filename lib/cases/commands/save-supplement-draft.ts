import 'server-only';
import { isId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { notNow } from '@/lib/platform/errors';
import { guarded, requireResidentMay } from '../access';
import { type ItemTexts, isChangedElsewhere } from '../domain/supplement';
import type { PutFile } from '../draft-files';
import { addFilesInTx, keepTextsInTx, lockSupplementInTx } from './supplement-in-tx';

interface Input {
  supplementId: string;
  texts: ItemTexts;
  /** the supplement's version when the page was loaded */
  version: number;
  files?: readonly PutFile[];
  /** a file to take away again */
  removeFileId?: string | undefined;
  /** she has been told that the text was changed elsewhere, and wants what stands here */
  keepMine?: boolean;
}

export type SavedDraft =
  | { outcome: 'saved'; version: number; savedAt: Date }
  /** the text was changed elsewhere since the page was loaded, and is left as it is */
  | { outcome: 'stale' };

/**
 * Keeps an answer under way: what she has written, and files put to it or taken away. Nothing is sent. Saving by itself
 * and the form's buttons come here. The same posted twice is the same. A text that was changed elsewhere is never
 * overwritten unasked; files are kept all the same, since they overwrite nothing.
 */
export function saveSupplementDraft(actor: ResidentActor, input: Input): Promise<SavedDraft> {
  return guarded(actor, 'cases.save-supplement-draft', 'supplement', input.supplementId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'answer-supplement');
      const supplement = await lockSupplementInTx(tx, actor, input.supplementId);
      if (supplement.status !== 'asked') throw notNow('errors:supplement-closed');
      const { removeFileId } = input;
      if (removeFileId) {
        await removeFileInTx(tx, actor, input.supplementId, removeFileId);
        supplement.files = supplement.files.filter(({ file }) => file.id !== removeFileId);
      }
      await addFilesInTx(tx, actor, supplement, input.files ?? []);
      if (!input.keepMine && isChangedElsewhere(supplement, input)) return { outcome: 'stale' };
      const version = await keepTextsInTx(tx, supplement, input.texts);
      return { outcome: 'saved', version, savedAt: now() };
    }),
  );
}

/** Hers alone until it is sent, so it is deleted for good. A file that is gone already, or is sent, is no error. */
async function removeFileInTx(
  tx: Tx,
  actor: ResidentActor,
  supplementId: string,
  fileId: string,
): Promise<void> {
  if (!isId(fileId)) return;
  const { tenantId } = actor;
  const { count } = await tx.supplementFile.deleteMany({
    where: { tenantId, supplementId, fileId, partId: null },
  });
  if (count === 0) return;
  await tx.storedFileContent.deleteMany({ where: { tenantId, fileId } });
  await tx.storedFile.deleteMany({ where: { tenantId, id: fileId } });
  await auditInTx(tx, actor, {
    action: 'cases.remove-file',
    subjectPersonId: actor.personId,
    objectType: 'supplement',
    objectId: supplementId,
  });
}
