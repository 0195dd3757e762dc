import 'server-only';
import { getApplicationFileInTx } from '@/lib/applications/api';
import { type FileToSend, getCaseFileInTx } from '@/lib/cases/api';
import { findMessageFileInTx } from '@/lib/messages/api';
import type { SystemActor } from '@/lib/platform/actor';
import { write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guarded, visibleDeliveries } from '../access';

/** A file that came with something delivered to the system. The reading is audited by the module that owns the file. */
export function getDeliveredFile(actor: SystemActor, fileId: string): Promise<FileToSend> {
  const object = { objectType: 'file', objectId: fileId } as const;
  return guarded(actor, 'back-office.get-file', 'files.read', object, () =>
    write(actor, async (tx) => {
      const file = await getApplicationFileInTx(tx, actor, fileId);
      if (!file) return (await findMessageFileInTx(tx, actor, fileId)) ?? getCaseFileInTx(tx, actor, fileId);
      const { applicationId, ...toSend } = file;
      const delivered = await tx.delivery.findFirst({
        where: { ...visibleDeliveries(actor), kind: 'application', refId: applicationId },
        select: { id: true },
      });
      // The audit row of the reading goes with the transaction; guarded writes the refusal.
      if (!delivered) throw notFound();
      return toSend;
    }),
  );
}
