import 'server-only';
import { isId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { notNow } from '@/lib/platform/errors';
import type { CheckedFile } from '@/lib/platform/upload';
import { guarded, requireResidentMay } from '../access';
import { isChangedElsewhere } from '../domain/supplement';
import { addFilesInTx, keepTextInTx, lockSupplementInTx } from './supplement-in-tx';

interface Input {
  supplementId: string;
  text: string;
  /** the supplement's version when the page was loaded */
  version: number;
  files?: readonly CheckedFile[];
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
      if (input.removeFileId) await removeFileInTx(tx, actor, input.supplementId, input.removeFileId);
      await addFilesInTx(tx, actor, supplement, input.files ?? []);
      if (!input.keepMine && isChangedElsewhere(supplement, input)) return { outcome: 'stale' };
      const version = await keepTextInTx(tx, supplement, input.text);
      return { outcome: 'saved', version, savedAt: now() };
    }),
  );
}

/** Hers alone until it is sent, so it is deleted for good. A file that is gone already is no error. */
async function removeFileInTx(
  tx: Tx,
  actor: ResidentActor,
  supplementId: string,
  fileId: string,
): Promise<void> {
  if (!isId(fileId)) return;
  const { tenantId } = actor;
  const { count } = await tx.supplementFile.deleteMany({ where: { tenantId, supplementId, fileId } });
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
