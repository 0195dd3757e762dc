import 'server-only';
import { isId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { notNow } from '@/lib/platform/errors';
import { guardedPlace, requireResidentMay } from '../access';
import type { Place } from '../domain/place';
import { type Desk, lockDeskInTx } from './desk-in-tx';
import { keepDraftInTx, type Posted } from './keep-draft-in-tx';

interface Input extends Posted {
  place: Place;
  /** a file to take away again */
  removeFileId?: string | undefined;
}

export type SavedMessage =
  | { outcome: 'saved'; version: number; savedAt: Date }
  | { outcome: 'stale' }
  /** it has been sent from elsewhere, word for word: there is nothing left to keep */
  | { outcome: 'sent'; threadId: string };

/**
 * Keeps a message under way: what she has written, and files put to it or taken away. Nothing is sent. Saving by itself
 * and the form's buttons come here.
 */
export function saveMessageDraft(actor: ResidentActor, { place, ...input }: Input): Promise<SavedMessage> {
  return guardedPlace(actor, 'messages.save-message-draft', place, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'write-own');
      const desk = await lockDeskInTx(tx, actor, place);
      if (desk.openness.closed) throw notNow('errors:messages-closed');
      if (input.removeFileId) await removeFileInTx(tx, actor, desk, input.removeFileId);
      const kept = await keepDraftInTx(tx, actor, desk, input);
      if (kept.outcome === 'stale' || kept.outcome === 'sent') return kept;
      return { outcome: 'saved', version: kept.outcome === 'kept' ? kept.version : 0, savedAt: now() };
    }),
  );
}

/** Hers alone until it is sent, so it is deleted for good. A file that is gone already is no error. */
async function removeFileInTx(tx: Tx, actor: ResidentActor, { draft }: Desk, fileId: string): Promise<void> {
  if (!isId(fileId) || !draft) return;
  const { tenantId } = actor;
  const { count } = await tx.messageFile.deleteMany({ where: { tenantId, messageId: draft.id, fileId } });
  if (count === 0) return;
  await tx.storedFileContent.deleteMany({ where: { tenantId, fileId } });
  await tx.storedFile.deleteMany({ where: { tenantId, id: fileId } });
  await auditInTx(tx, actor, {
    action: 'messages.remove-file',
    subjectPersonId: actor.personId,
    objectType: 'message',
    objectId: draft.id,
  });
}
