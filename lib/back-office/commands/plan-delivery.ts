import 'server-only';
import { assignCaseToSystemInTx, getCaseOriginInTx } from '@/lib/cases/api';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { AppError, upstreamDown } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';
import { deliveryKinds, type EventIds, toDeliver } from '../domain/delivery-kind';
import { findSystemOfServiceInTx } from '../queries/find-system-of-service';
import { isBehindUnplannedInTx } from '../queries/is-behind-unplanned-in-tx';
import { noteChangeInTx } from './note-change-in-tx';
import { enqueueTellInTx } from './tell-job';

/** What the registry of jobs reads from an event. */
export const deliveryIds = Object.values(deliveryKinds);

export type SomethingToDeliver = EventIds & { caseId: string };

/**
 * Notes that what she has sent must reach the back-office system that serves it; what happened earlier in the case goes
 * first. Run twice it makes one delivery: the unique index decides.
 */
export async function planDelivery(actor: JobActor, happened: SomethingToDeliver): Promise<void> {
  const { tenantId } = actor;
  const { caseId } = happened;
  await write(actor, async (tx) => {
    const { kind, refId } = toDeliver(happened);
    if (await isBehindUnplannedInTx(tx, tenantId, { caseId, kind, refId }))
      throw upstreamDown('errors:UpstreamDown');
    const systemId = await systemForInTx(tx, tenantId, caseId);
    // From here on the system may see the case and tell of it.
    await assignCaseToSystemInTx(tx, actor, { caseId, systemId });
    const { count } = await tx.delivery.createMany({
      data: { tenantId, systemId, caseId, orderId: caseId, kind, refId, createdAt: now() },
      skipDuplicates: true,
    });
    if (count === 0) return;
    const { id } = await tx.delivery.findUniqueOrThrow({
      where: { tenantId_kind_refId: { tenantId, kind, refId } },
      select: { id: true },
    });
    if (kind === 'application')
      await noteChangeInTx(tx, { tenantId, systemId, kind: 'case-assigned', caseId });
    await noteChangeInTx(tx, { tenantId, systemId, kind: 'delivery-made', deliveryId: id, caseId });
    await enqueueTellInTx(tx, { tenantId, deliveryId: id, orderId: caseId });
  });
}

/** What belongs to a case goes to the system that has it; an application goes to the system that has its service. */
async function systemForInTx(tx: Tx, tenantId: string, caseId: string): Promise<string> {
  const { systemId, serviceId } = await getCaseOriginInTx(tx, tenantId, caseId);
  if (systemId) return systemId;
  if (!serviceId) throw new Error('A case of no system and no service has nowhere to go');
  const served = await findSystemOfServiceInTx(tx, tenantId, serviceId);
  if (served) return served;
  // The job is tried again for days, and shows as failed after that: enough to connect the system that is missing.
  log.error({ tenantId, serviceId }, 'no back-office system serves this service');
  throw new AppError('UpstreamDown');
}
