import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { openFileName, stateOf } from '@/lib/platform/storage';
import type { FileFacts } from '../contract/file-messages';

/** How it stands with a file that a delivery to the system speaks of. Its name is read, so that is audited. */
export async function getFileFactsInTx(tx: Tx, actor: SystemActor, fileId: string): Promise<FileFacts> {
  const file = await tx.storedFile.findUnique({
    where: { tenantId_id: { tenantId: actor.tenantId, id: fileId } },
  });
  if (!file) throw notFound();
  await auditInTx(tx, actor, {
    action: 'back-office.get-file-facts',
    subjectPersonId: file.ownerId,
    objectType: 'file',
    objectId: fileId,
  });
  return {
    id: fileId,
    name: openFileName(file),
    mediaType: file.mediaType,
    size: file.size,
    state: stateOf(file),
  };
}
