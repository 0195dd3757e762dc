import 'server-only';
import { findBookingOfEventInTx, findBookingRouteInTx, giveToReceiverInTx } from '@/lib/appointments/api';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { upstreamDown } from '@/lib/platform/errors';
import { isBehindUnplannedInTx } from '../queries/is-behind-unplanned-in-tx';
import { noteChangeInTx } from './note-change-in-tx';
import { enqueueTellInTx } from './tell-job';

/**
 * Notes that what became of a booking must reach the system that published its time, or that has its case; else the one that
 * its type names, which is given it now. Run twice it makes one delivery. What happened earlier in the case goes first.
 */
export async function planBookingDelivery(actor: JobActor, bookingEventId: string): Promise<void> {
  const { tenantId } = actor;
  const isPlanned = await write(actor, async (tx) => {
    const event = await findBookingOfEventInTx(tx, tenantId, bookingEventId);
    if (!event) return true;
    const route = await findBookingRouteInTx(tx, tenantId, event.bookingId);
    if (!route) return true;
    const { systemId, caseId, isNew } = route;
    const thing = { kind: 'booking', refId: bookingEventId } as const;
    // Asked first: a case that has just been applied for gets its system when that is planned.
    if (caseId && (await isBehindUnplannedInTx(tx, tenantId, { caseId, ...thing }))) return false;
    if (!systemId) return true;
    if (isNew) await giveToReceiverInTx(tx, actor, { bookingId: event.bookingId, systemId });
    const orderId = caseId ?? event.bookingId;
    const { count } = await tx.delivery.createMany({
      data: { tenantId, systemId, caseId, orderId, ...thing, createdAt: now() },
      skipDuplicates: true,
    });
    if (count === 0) return true;
    const { id } = await tx.delivery.findUniqueOrThrow({
      where: { tenantId_kind_refId: { tenantId, ...thing } },
      select: { id: true },
    });
    const about = { deliveryId: id, ...(caseId && { caseId }) };
    await noteChangeInTx(tx, { tenantId, systemId, kind: 'delivery-made', ...about });
    await enqueueTellInTx(tx, { tenantId, deliveryId: id, orderId });
    return true;
  });
  // What came before it in the case is planned by a job of its own: this one comes again a moment later.
  if (!isPlanned) throw upstreamDown('errors:UpstreamDown');
}
