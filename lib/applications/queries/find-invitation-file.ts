import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { openFileName, readFileInTx } from '@/lib/platform/storage';
import { guarded, requireResidentMay } from '../access';
import { filesOf } from '../commands/submit-in-tx';
import type { FileToSend } from './find-my-file';
import { invitationInTx } from './invitation-in-tx';

/**
 * A file that the document names, for somebody who is asked to sign it or has: she sees all that she signs, and no
 * other file of the applicant's. The reading is audited.
 */
export function findInvitationFile(
  actor: Actor,
  { invitationId, fileId }: { invitationId: string; fileId: string },
): Promise<FileToSend> {
  const action = 'applications.get-invitation-file';
  return guarded(actor, action, 'invitation', invitationId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'answer-invitation');
      const { tenantId } = actor;
      const found = await invitationInTx(tx, actor, invitationId, 'sv');
      if (!('snapshot' in found) || !filesOf(found.snapshot).includes(fileId)) throw notFound();
      const file = await tx.storedFile.findUniqueOrThrow({
        where: { tenantId_id: { tenantId, id: fileId } },
        select: { tenantId: true, id: true, nameSealed: true, mediaType: true },
      });
      await auditInTx(tx, actor, {
        action,
        subjectPersonId: found.personId,
        objectType: 'application',
        objectId: found.applicationId,
      });
      return {
        name: openFileName(file),
        mediaType: file.mediaType,
        bytes: await readFileInTx(tx, tenantId, fileId),
      };
    }),
  );
}
