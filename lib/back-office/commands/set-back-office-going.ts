import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { enqueueInTx } from '@/lib/platform/jobs/enqueue';
import { breakerInTx } from './note-breaker-in-tx';
import { setGoingInTx } from './set-going-in-tx';

const AT_ONCE = 1_000;

/**
 * A system is back: all that waits for a later try is told of now, oldest first, a few at a time, and in the order of
 * its case. Where that is much it comes back for the rest; where the system is gone again it leaves it.
 */
export async function setBackOfficeGoing(actor: JobActor, systemId: string): Promise<void> {
  const { tenantId } = actor;
  await write(actor, async (tx) => {
    if ((await breakerInTx(tx, tenantId, systemId)).state !== 'closed') return;
    const waiting = await waitingInTx(tx, tenantId, systemId);
    const until = await setGoingInTx(tx, tenantId, waiting);
    await tx.delivery.updateMany({
      where: { tenantId, id: { in: waiting.map(({ id }) => id) }, state: 'waiting' },
      data: { nextTellAt: until },
    });
    if (waiting.length === AT_ONCE)
      await enqueueInTx(tx, {
        task: 'set-back-office-going',
        payload: { tenantId, systemId },
        key: `set-going:${systemId}`,
        runAt: until,
      });
  });
}

/** Those that were to be tried later than what has been set going already. */
const waitingInTx = (
  tx: Tx,
  tenantId: string,
  systemId: string,
): Promise<{ id: string; orderId: string }[]> =>
  tx.$queryRaw`
    select d.id, d.order_id as "orderId" from delivery d
     where d.tenant_id = ${tenantId} and d.system_id = ${systemId}::uuid and d.state = 'waiting'
       and d.next_tell_at > ${new Date(now().getTime() + 1_000)}
       and not exists (select from delivery earlier
                        where earlier.tenant_id = d.tenant_id and earlier.order_id = d.order_id
                          and earlier.system_id = d.system_id and earlier.state <> 'received'
                          and earlier.created_at < d.created_at)
     order by d.created_at, d.id limit ${AT_ONCE}`;
