import 'server-only';
import { isId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { type Tx, write } from '@/lib/platform/db';
import { requireResidentMay } from '../access';

/** She has thought better of a file that is on its way. One that isn't there is no error: twice is as once. */
export async function removeUpload(actor: Actor, uploadId: string): Promise<void> {
  requireResidentMay(actor, 'write-own');
  const { tenantId, personId } = actor;
  if (!isId(uploadId)) return;
  await write(actor, async (tx) => {
    const found = await tx.upload.count({ where: { tenantId, id: uploadId, personId } });
    if (found > 0) await removeUploadsInTx(tx, tenantId, [uploadId]);
  });
}

export async function removeUploadsInTx(tx: Tx, tenantId: string, ids: string[]): Promise<void> {
  await tx.uploadPiece.deleteMany({ where: { tenantId, uploadId: { in: ids } } });
  await tx.upload.deleteMany({ where: { tenantId, id: { in: ids } } });
}
