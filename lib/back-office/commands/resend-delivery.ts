import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { Prisma, write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guardedForAdmin, requireMayLookAfterSystems } from '../access';
import { sendAgainInTx } from './send-again-in-tx';

/**
 * An administrator sends a parked delivery again, and with it what is parked before it in the same case: it can't arrive
 * before that does. Pressed twice, or by two at once, it is sent once.
 * @returns how many were sent; 0 where it is on its way already
 */
export const resendDelivery = (actor: Actor, deliveryId: string): Promise<number> =>
  guardedForAdmin(actor, 'back-office.resend-delivery', 'delivery', deliveryId, () => {
    requireMayLookAfterSystems(actor);
    const { tenantId } = actor;
    return write(actor, async (tx) => {
      const delivery = await tx.delivery.findUnique({
        where: { tenantId_id: { tenantId, id: deliveryId } },
        select: { orderId: true, systemId: true, createdAt: true, state: true },
      });
      if (!delivery) throw notFound();
      if (delivery.state !== 'parked') return 0;
      const { orderId, systemId, createdAt } = delivery;
      const count = await sendAgainInTx(
        tx,
        actor,
        Prisma.sql`d.order_id = ${orderId}::uuid and d.system_id = ${systemId}::uuid and d.created_at <= ${createdAt}`,
      );
      if (count > 0) {
        const object = { objectType: 'delivery', objectId: deliveryId };
        await auditInTx(tx, actor, { action: 'back-office.resend-delivery', ...object });
      }
      return count;
    });
  });
