import 'server-only';
import { findApplicationOfFileInTx } from '@/lib/applications/api';
import { findAppealOfFileInTx, findCommentOfFileInTx, findSupplementPartOfFileInTx } from '@/lib/cases/api';
import { findMessageOfFileInTx } from '@/lib/messages/api';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { noteChangeInTx } from './note-change-in-tx';
import { enqueueTellInTx } from './tell-job';

/**
 * A file has been scanned. Where what it came with is planned for a system already, the system may have read that the
 * file waits: it is told, by a delivery of the file's own. Where not, it will read how it stands, and is told nothing.
 * Run twice it makes one delivery.
 */
export async function planFileDelivery(actor: JobActor, fileId: string): Promise<void> {
  const { tenantId } = actor;
  await write(actor, async (tx) => {
    const came = await deliveryOfInTx(tx, tenantId, fileId);
    if (!came) return;
    const { caseId, orderId, systemId } = came;
    const { count } = await tx.delivery.createMany({
      data: { tenantId, systemId, caseId, orderId, kind: 'file', refId: fileId, createdAt: now() },
      skipDuplicates: true,
    });
    if (count === 0) return;
    const { id } = await tx.delivery.findUniqueOrThrow({
      where: { tenantId_kind_refId: { tenantId, kind: 'file', refId: fileId } },
      select: { id: true },
    });
    const about = { deliveryId: id, ...(caseId && { caseId }) };
    await noteChangeInTx(tx, { tenantId, systemId, kind: 'delivery-made', ...about });
    await enqueueTellInTx(tx, { tenantId, deliveryId: id, orderId });
  });
}

/** The delivery of what the file came with: the application, the part of an answer, the comment, the appeal or the message. */
async function deliveryOfInTx(tx: Tx, tenantId: string, fileId: string) {
  const came = {
    application: findApplicationOfFileInTx,
    supplement: findSupplementPartOfFileInTx,
    comment: findCommentOfFileInTx,
    appeal: findAppealOfFileInTx,
    message: findMessageOfFileInTx,
  };
  for (const [kind, find] of Object.entries(came)) {
    const refId = await find(tx, tenantId, fileId);
    if (!refId) continue;
    return tx.delivery.findUnique({
      where: { tenantId_kind_refId: { tenantId, kind, refId } },
      select: { caseId: true, orderId: true, systemId: true },
    });
  }
  return null;
}
