import 'server-only';
import { isId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import type { CheckedFile } from '@/lib/platform/upload';
import { guarded, requireResidentMay } from '../access';
import { type AppealDraft, isWrittenElsewhere } from '../domain/appeal-content';
import { type AppealInHand, addAppealFilesInTx, keepDraftInTx, lockAppealInTx } from './appeal-in-tx';
import type { SavedDraft } from './save-supplement-draft';

interface Input {
  decisionId: string;
  draft: AppealDraft;
  /** the draft's version when the page was loaded */
  version: number;
  files?: readonly CheckedFile[];
  /** a file to take away again */
  removeFileId?: string | undefined;
  /** she has been told that it was changed elsewhere, and wants what stands here */
  keepMine?: boolean;
}

/**
 * Keeps an appeal under way, as an answer to a supplement is kept (decision 0075): what she has written, right or not, and
 * files put to it or taken away. Nothing is sent. The same posted twice is the same.
 */
export function saveAppealDraft(actor: ResidentActor, input: Input): Promise<SavedDraft> {
  return guarded(actor, 'cases.save-appeal-draft', 'decision', input.decisionId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'appeal');
      const appeal = await lockAppealInTx(tx, actor, input.decisionId);
      const isStale = !input.keepMine && isWrittenElsewhere(appeal, input);
      if (input.removeFileId) await removeFileInTx(tx, actor, appeal, input.removeFileId);
      await addAppealFilesInTx(tx, actor, appeal, input.files ?? []);
      if (isStale) return { outcome: 'stale' };
      const version = await keepDraftInTx(tx, appeal, input.draft);
      return { outcome: 'saved', version, savedAt: now() };
    }),
  );
}

/** Hers alone until it is sent, so it is deleted for good. A file that is gone already is no error. */
async function removeFileInTx(tx: Tx, actor: ResidentActor, { id }: AppealInHand, fileId: string) {
  if (!id || !isId(fileId)) return;
  const { tenantId } = actor;
  const { count } = await tx.appealFile.deleteMany({ where: { tenantId, appealId: id, fileId } });
  if (count === 0) return;
  await tx.storedFileContent.deleteMany({ where: { tenantId, fileId } });
  await tx.storedFile.deleteMany({ where: { tenantId, id: fileId } });
  await auditInTx(tx, actor, {
    action: 'cases.remove-file',
    subjectPersonId: actor.personId,
    objectType: 'appeal',
    objectId: id,
  });
}
