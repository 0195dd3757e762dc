import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { type Tx, write } from '@/lib/platform/db';
import { notNow } from '@/lib/platform/errors';
import type { CheckedFile } from '@/lib/platform/upload';
import { guarded, requireResidentMay } from '../access';
import { addFilesInTx, keepDraftInTx, lockSupplementInTx } from './supplement-in-tx';

interface Input {
  supplementId: string;
  text: string;
  files: readonly CheckedFile[];
  /** a file to take away again */
  removeFileId?: string | undefined;
}

/**
 * Keeps an answer under way: what she has written, and files put to it or taken away. Nothing is sent. The same posted
 * twice is the same.
 */
export function saveSupplementDraft(actor: ResidentActor, input: Input): Promise<void> {
  const action = 'cases.save-supplement-draft';
  return guarded(actor, action, 'supplement', input.supplementId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'answer-supplement');
      const supplement = await lockSupplementInTx(tx, actor, input.supplementId);
      if (supplement.status !== 'asked') throw notNow('errors:supplement-closed');
      await keepDraftInTx(tx, supplement, input.text);
      if (input.removeFileId) {
        await removeFileInTx(tx, actor.tenantId, input.supplementId, input.removeFileId);
      }
      await addFilesInTx(tx, supplement, input.files);
      await auditInTx(tx, actor, {
        action,
        subjectPersonId: actor.personId,
        objectType: 'supplement',
        objectId: input.supplementId,
      });
    }),
  );
}

/** Hers alone until it is sent, so it is deleted for good. A file that is gone already is no error. */
async function removeFileInTx(tx: Tx, tenantId: string, supplementId: string, fileId: string): Promise<void> {
  const { count } = await tx.supplementFile.deleteMany({ where: { tenantId, supplementId, fileId } });
  if (count === 0) return;
  await tx.storedFileContent.deleteMany({ where: { tenantId, fileId } });
  await tx.storedFile.deleteMany({ where: { tenantId, id: fileId } });
}
