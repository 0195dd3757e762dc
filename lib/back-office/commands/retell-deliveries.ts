import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { nextAttempt } from '../domain/retry';
import { noteParkedInTx } from './note-parked-in-tx';
import { enqueueTellInTx } from './tell-job';

// Its own job tells a delivery in time; this is for those that were heard and not fetched, and for lost jobs.
const GRACE_MS = 2 * 60_000;
const AT_ONCE = 500;
const NEVER_FETCHED = 'never-fetched';

/** Tells again of deliveries that a system has heard of and not fetched. After two days they are parked, loudly. */
export async function retellDeliveries(actor: JobActor): Promise<void> {
  const { tenantId } = actor;
  const at = now();
  await write(actor, async (tx) => {
    const late = await tx.delivery.findMany({
      where: {
        tenantId,
        state: { in: ['waiting', 'told'] },
        nextTellAt: { lt: new Date(at.getTime() - GRACE_MS) },
      },
      orderBy: { nextTellAt: 'asc' },
      take: AT_ONCE,
      select: { id: true, orderId: true, attempts: true, createdAt: true, tellSince: true },
    });
    for (const { id, orderId, attempts, createdAt, tellSince } of late) {
      if (nextAttempt({ attempts, since: tellSince ?? createdAt, now: at, chance: 0 })) {
        await enqueueTellInTx(tx, { tenantId, deliveryId: id, orderId });
        continue;
      }
      const { count } = await tx.delivery.updateMany({
        where: { tenantId, id, state: { in: ['waiting', 'told'] } },
        data: { state: 'parked', nextTellAt: null, lastError: NEVER_FETCHED },
      });
      if (count > 0) await noteParkedInTx(tx, actor, { deliveryId: id, orderId, reason: NEVER_FETCHED });
    }
  });
}
