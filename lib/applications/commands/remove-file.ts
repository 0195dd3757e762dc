import 'server-only';
import { isId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { type Tx, write } from '@/lib/platform/db';
import { guarded, requireResidentMay } from '../access';
import { changeDraftInTx, lockDraftInTx } from './draft-in-tx';

/** Takes a file away from a draft, for good. One that isn't there, or no longer, is no error: twice is as once. */
export function removeFile(
  actor: Actor,
  { applicationId, fileId }: { applicationId: string; fileId: string },
): Promise<void> {
  return guarded(actor, 'applications.remove-file', 'application', applicationId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'write-own');
      const draft = await lockDraftInTx(tx, actor, applicationId);
      if (!isId(fileId) || (await removeFilesInTx(tx, draft, { fileId })) === 0) return;
      await changeDraftInTx(tx, draft);
      await auditInTx(tx, actor, {
        action: 'applications.remove-file',
        subjectPersonId: draft.personId,
        objectType: 'application',
        objectId: applicationId,
      });
    }),
  );
}

/** Deletes files of an application with their content, and says how many; all of them where none is named. */
export async function removeFilesInTx(
  tx: Tx,
  { tenantId, id: applicationId }: { tenantId: string; id: string },
  which: { fileId?: string | { in: string[] } } = {},
): Promise<number> {
  const rows = await tx.applicationFile.findMany({
    where: { tenantId, applicationId, ...which },
    select: { fileId: true },
  });
  const ids = rows.map((row) => row.fileId);
  if (ids.length === 0) return 0;
  await tx.applicationFile.deleteMany({ where: { tenantId, applicationId, fileId: { in: ids } } });
  await tx.storedFileContent.deleteMany({ where: { tenantId, fileId: { in: ids } } });
  await tx.storedFile.deleteMany({ where: { tenantId, id: { in: ids } } });
  return ids.length;
}
