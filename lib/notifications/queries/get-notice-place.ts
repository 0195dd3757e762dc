import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guarded, requireMay, visibleDeliveries } from '../access';
import { placeOf } from '../domain/notice';
import { type EventIds, tellingOf } from '../domain/notice-table';

/**
 * The page that a message she got leads to, without language prefix. The message's own address says nothing of it, and
 * leads nobody but whom it was sent to.
 * @throws NotFound for somebody else's
 */
export const getNoticePlace = (actor: ResidentActor, deliveryId: string): Promise<string> =>
  guarded(actor, 'notifications.get-notice-place', 'notice-delivery', deliveryId, () =>
    read(actor, async (tx) => {
      requireMay(actor, 'follow-link');
      const delivery = await tx.noticeDelivery.findFirst({
        where: { ...visibleDeliveries(actor), id: deliveryId },
        select: { notices: { where: { state: { not: 'dropped' } }, select: { eventId: true } } },
      });
      if (!delivery) throw notFound();
      const events = await tx.domainEvent.findMany({
        where: { tenantId: actor.tenantId, id: { in: delivery.notices.map(({ eventId }) => eventId) } },
        select: { type: true, payload: true },
      });
      return placeOf(
        events.flatMap(({ type, payload }) => tellingOf(type)?.place(payload as EventIds) ?? []),
      );
    }),
  );
