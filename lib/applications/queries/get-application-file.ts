import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import type { Tx } from '@/lib/platform/db';
import { openFileName, readFileInTx } from '@/lib/platform/storage';
import { requireSystemMay, visibleApplications } from '../access';
import type { FileToSend } from './find-my-file';

/**
 * A file attached to a submitted application, with whose application it is: the caller decides whether it is meant for
 * the system that asks. Null where it is no such file. The reading is audited.
 */
export async function getApplicationFileInTx(
  tx: Tx,
  actor: Actor,
  fileId: string,
): Promise<(FileToSend & { applicationId: string }) | null> {
  requireSystemMay(actor, 'read-file-for-office');
  const { tenantId } = actor;
  const row = await tx.applicationFile.findFirst({
    where: { tenantId, fileId, application: visibleApplications(actor) },
    select: {
      applicationId: true,
      file: { select: { tenantId: true, id: true, ownerId: true, nameSealed: true, mediaType: true } },
    },
  });
  if (!row) return null;
  const { file, applicationId } = row;
  await auditInTx(tx, actor, {
    action: 'applications.get-application-file',
    subjectPersonId: file.ownerId,
    objectType: 'file',
    objectId: fileId,
  });
  return {
    applicationId,
    name: openFileName(file),
    mediaType: file.mediaType,
    bytes: await readFileInTx(tx, tenantId, fileId),
  };
}
