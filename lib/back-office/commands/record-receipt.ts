import 'server-only';
import { recordOfferAnswerReceivedInTx } from '@/lib/care-home-queue/api';
import {
  recordAppealReceivedInTx,
  recordCommentReceivedInTx,
  recordDelayRequestReceivedInTx,
  recordMoreTimeReceivedInTx,
  recordReceivedByOfficeInTx,
  recordSupplementReceivedInTx,
  recordWithdrawalReceivedInTx,
} from '@/lib/cases/api';
import { recordMessageReceivedInTx } from '@/lib/messages/api';
import type { SystemActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guarded, visibleDeliveries } from '../access';
import type { DeliverySummary, Receipt } from '../contract/messages';
import type { DeliveryKind } from '../domain/delivery-kind';
import { summariesInTx } from '../queries/list-deliveries';
import { noteChangeInTx } from './note-change-in-tx';
import { enqueueTellInTx } from './tell-job';

/**
 * The system has a delivery safe. Only this makes it received: that we told it proves nothing. Told again, it is the
 * same. The next delivery of the case, if one waits, is told of now.
 */
export function recordReceipt(
  actor: SystemActor,
  deliveryId: string,
  receipt: Receipt,
): Promise<DeliverySummary> {
  const object = { objectType: 'delivery', objectId: deliveryId } as const;
  return guarded(actor, 'back-office.record-receipt', 'deliveries.receive', object, () =>
    write(actor, async (tx) => {
      const { tenantId } = actor;
      const delivery = await tx.delivery.findFirst({
        where: { ...visibleDeliveries(actor), id: deliveryId },
      });
      if (!delivery) throw notFound();
      // The case's lock is taken in here first, as everywhere: two receipts at once come one after the other.
      await receiveInTx(tx, actor, delivery, receipt);
      const { count } = await tx.delivery.updateMany({
        where: { tenantId, id: deliveryId, state: { not: 'received' } },
        data: { state: 'received', receivedAt: now(), nextTellAt: null, lastError: null },
      });
      if (count > 0) {
        const { systemId, caseId } = delivery;
        const about = { deliveryId, ...(caseId && { caseId }) };
        await noteChangeInTx(tx, { tenantId, systemId, kind: 'delivery-received', ...about });
        await tellOfNextInTx(tx, tenantId, delivery.orderId);
      }
      const after = await tx.delivery.findUniqueOrThrow({
        where: { tenantId_id: { tenantId, id: deliveryId } },
      });
      const [summary] = await summariesInTx(tx, tenantId, [after]);
      if (!summary) throw notFound();
      return summary;
    }),
  );
}

/** What becomes of the thing itself. A file's own news change nothing. */
async function receiveInTx(
  tx: Tx,
  actor: SystemActor,
  { kind, caseId, refId }: { kind: string; caseId: string | null; refId: string },
  receipt: Receipt,
): Promise<void> {
  const { occurredAt } = receipt;
  switch (kind as DeliveryKind) {
    case 'application':
      if (caseId) await recordReceivedByOfficeInTx(tx, actor, { caseId, ...receipt });
      return;
    case 'message':
      return recordMessageReceivedInTx(tx, actor, refId);
    case 'supplement':
      return recordSupplementReceivedInTx(tx, actor, { partId: refId, occurredAt });
    case 'comment':
      return recordCommentReceivedInTx(tx, actor, { commentId: refId, occurredAt });
    case 'more-time':
      return recordMoreTimeReceivedInTx(tx, actor, { moreTimeId: refId, occurredAt });
    case 'delay-request':
      return recordDelayRequestReceivedInTx(tx, actor, { delayRequestId: refId, occurredAt });
    case 'appeal':
      return recordAppealReceivedInTx(tx, actor, { appealId: refId, occurredAt });
    case 'withdrawal':
      return recordWithdrawalReceivedInTx(tx, actor, { withdrawalId: refId, occurredAt });
    case 'offer-answer':
      return recordOfferAnswerReceivedInTx(tx, actor, { offerId: refId, occurredAt });
    // That it has arrived changes nothing for her: her time is hers from when she confirmed it.
    case 'booking':
    case 'file':
      return;
  }
}

async function tellOfNextInTx(tx: Tx, tenantId: string, orderId: string): Promise<void> {
  const next = await tx.delivery.findFirst({
    where: { tenantId, orderId, state: { not: 'received' } },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  });
  if (next) await enqueueTellInTx(tx, { tenantId, deliveryId: next.id, orderId });
}
