import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { read, write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { openFileName, readFileInTx } from '@/lib/platform/storage';
import { guarded, requireResidentMay } from '../access';
import { makeReceipt } from '../commands/make-receipt';
import type { FileToSend } from './find-my-file';
import { invitationInTx } from './invitation-in-tx';

/**
 * The document that somebody has signed as one of several, with everybody's signatures, as a PDF: the same that the
 * applicant has as her receipt. There is none until it has been sent in. The reading is audited.
 */
export function findSignedDocument(actor: Actor, invitationId: string): Promise<FileToSend> {
  const action = 'applications.get-signed-document';
  return guarded(actor, action, 'invitation', invitationId, async () => {
    requireResidentMay(actor, 'answer-invitation');
    const { tenantId } = actor;
    const applicationId = await write(actor, async (tx) => {
      const found = await invitationInTx(tx, actor, invitationId, 'sv');
      if (found.kind !== 'signed' || !found.submitted) throw notFound();
      await auditInTx(tx, actor, {
        action,
        subjectPersonId: found.personId,
        objectType: 'application',
        objectId: found.applicationId,
      });
      return found.applicationId;
    });
    // Made by the portal, as for the applicant: she may have the file, not the application that it is made from.
    const { fileId } = await makeReceipt({ kind: 'job', tenantId, job: 'make-receipt' }, applicationId);
    return read(actor, async (tx) => {
      const file = await tx.storedFile.findUniqueOrThrow({
        where: { tenantId_id: { tenantId, id: fileId } },
        select: { tenantId: true, id: true, nameSealed: true, mediaType: true },
      });
      const bytes = await readFileInTx(tx, tenantId, fileId);
      return { name: openFileName(file), mediaType: file.mediaType, bytes };
    });
  });
}
