import 'server-only';
import type { Tx } from '@/lib/platform/db';
import { removeFilesInTx } from './remove-file';

/** A locked draft becomes a bare row: nothing that was written, looked up or attached is left of it. */
export async function emptyDraftInTx(
  tx: Tx,
  { tenantId, id }: { tenantId: string; id: string },
): Promise<void> {
  await tx.applicationAnswer.deleteMany({ where: { tenantId, applicationId: id } });
  await removeFilesInTx(tx, { tenantId, id });
  // Whom she asked to sign it, if it came back from them.
  await tx.applicationSigner.deleteMany({ where: { tenantId, applicationId: id } });
  await tx.application.update({
    where: { tenantId_id: { tenantId, id }, status: 'draft' },
    data: {
      status: 'discarded',
      documentSealed: null,
      documentHash: null,
      knownSealed: null,
      moveSealed: null,
      removeOn: null,
    },
    select: { id: true },
  });
}
