import 'server-only';
import { getCaseOriginInTx } from '@/lib/cases/api';
import {
  assignThreadToSystemInTx,
  findMessageRouteInTx,
  type MessageRoute,
  noteMessageRoutedInTx,
  noteMessageUndeliveredInTx,
} from '@/lib/messages/api';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { upstreamDown } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';
import { findSystemOfServiceInTx } from '../queries/find-system-of-service';
import { isBehindUnplannedInTx } from '../queries/is-behind-unplanned-in-tx';
import { noteChangeInTx } from './note-change-in-tx';
import { enqueueTellInTx } from './tell-job';
import { isBehindParkedInTx } from './tell-of-parked-in-tx';

/**
 * Notes that a message of hers must reach the system that has its case, or that serves the service it is to. Where none
 * does she is told that it could not be delivered, and planWaitingMessages tries again. Run twice it makes one delivery.
 * What happened earlier in the case goes first.
 */
export async function planMessageDelivery(actor: JobActor, messageId: string): Promise<void> {
  const { tenantId } = actor;
  const isPlanned = await write(actor, async (tx) => {
    const route = await findMessageRouteInTx(tx, actor, messageId);
    if (!route) return true;
    const systemId = await systemForInTx(tx, tenantId, route);
    if (systemId === 'soon') return false;
    if (systemId === null) {
      log.error({ tenantId, messageId }, 'no back-office system takes this message');
      await noteMessageUndeliveredInTx(tx, actor, messageId, 'unrouted');
      return true;
    }
    const { caseId } = route;
    const thing = { kind: 'message', refId: messageId } as const;
    if (caseId && (await isBehindUnplannedInTx(tx, tenantId, { caseId, ...thing }))) return false;
    await noteMessageRoutedInTx(tx, actor, messageId);
    await planInTx(tx, actor, messageId, { ...route, systemId });
    return true;
  });
  // What came before it in the case is planned by a job of its own: this one comes again a moment later.
  if (!isPlanned) throw upstreamDown('errors:UpstreamDown');
}

async function planInTx(
  tx: Tx,
  actor: JobActor,
  messageId: string,
  { systemId, caseId, threadId }: MessageRoute & { systemId: string },
): Promise<void> {
  const { tenantId } = actor;
  const orderId = caseId ?? threadId;
  if (!caseId) await assignThreadToSystemInTx(tx, actor, { threadId, systemId });
  const { count } = await tx.delivery.createMany({
    data: { tenantId, systemId, caseId, orderId, kind: 'message', refId: messageId, createdAt: now() },
    skipDuplicates: true,
  });
  if (count === 0) return;
  const { id } = await tx.delivery.findUniqueOrThrow({
    where: { tenantId_kind_refId: { tenantId, kind: 'message', refId: messageId } },
    select: { id: true },
  });
  if (await isBehindParkedInTx(tx, tenantId, orderId))
    await noteMessageUndeliveredInTx(tx, actor, messageId, 'parked');
  const about = { deliveryId: id, threadId, ...(caseId && { caseId }) };
  await noteChangeInTx(tx, { tenantId, systemId, kind: 'delivery-made', ...about });
  await enqueueTellInTx(tx, { tenantId, deliveryId: id, orderId });
}

/**
 * A case's message goes where the case is; what came before it, the application, must be planned first. Null: nobody
 * takes it.
 */
async function systemForInTx(
  tx: Tx,
  tenantId: string,
  { caseId, serviceId, systemId }: MessageRoute,
): Promise<string | 'soon' | null> {
  if (!caseId) return systemId ?? (serviceId && findSystemOfServiceInTx(tx, tenantId, serviceId));
  const origin = await getCaseOriginInTx(tx, tenantId, caseId);
  if (origin.systemId) return origin.systemId;
  const served = origin.serviceId && (await findSystemOfServiceInTx(tx, tenantId, origin.serviceId));
  return served ? 'soon' : null;
}
