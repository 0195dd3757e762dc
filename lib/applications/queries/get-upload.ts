import 'server-only';
import { isId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { requireResidentMay } from '../access';

/** How far a file of hers has come that is on its way in pieces. */
export function getUpload(actor: Actor, uploadId: string): Promise<{ received: number; size: number }> {
  return read(actor, async (tx) => {
    requireResidentMay(actor, 'read-own');
    const { tenantId, personId } = actor;
    const found = isId(uploadId)
      ? await tx.upload.findFirst({
          where: { tenantId, id: uploadId, personId },
          select: { received: true, size: true },
        })
      : null;
    if (!found) throw notFound();
    return found;
  });
}
