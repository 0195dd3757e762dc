import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { write } from '@/lib/platform/db';
import { enqueueTellInTx } from './tell-job';

/**
 * A system that is spared is tried with one of what waits: one that has been tried least, and of those the oldest. So it
 * is another each time, and one that the system can't bear doesn't hold up the rest.
 */
export async function tryBackOffice(actor: JobActor, systemId: string): Promise<void> {
  const { tenantId } = actor;
  await write(actor, async (tx) => {
    const [one] = await tx.$queryRaw<{ id: string; orderId: string }[]>`
      select d.id, d.order_id as "orderId" from delivery d
       where d.tenant_id = ${tenantId} and d.system_id = ${systemId}::uuid and d.state in ('waiting', 'told')
         and exists (select from back_office_breaker b
                      where b.tenant_id = d.tenant_id and b.system_id = d.system_id and b.state = 'open')
         and not exists (select from delivery earlier
                          where earlier.tenant_id = d.tenant_id and earlier.order_id = d.order_id
                            and earlier.system_id = d.system_id and earlier.state <> 'received'
                            and earlier.created_at < d.created_at)
       order by d.attempts, d.created_at, d.id limit 1`;
    if (one) await enqueueTellInTx(tx, { tenantId, deliveryId: one.id, orderId: one.orderId });
  });
}
