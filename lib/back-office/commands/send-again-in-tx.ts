import 'server-only';
import type { AdminActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { Prisma, type Tx } from '@/lib/platform/db';
import { setGoingInTx } from './set-going-in-tx';

/**
 * Sends parked deliveries again: they wait as if they were new, with all their pauses before them, and their story says
 * who sent them. Of each order the oldest that is not received is told of; its receipt sets the next going. Those that
 * somebody else is sending in the same moment are left to them.
 * @param which a condition on `delivery`, called d
 * @returns how many were parked, and are not any more
 */
export async function sendAgainInTx(tx: Tx, actor: AdminActor, which: Prisma.Sql): Promise<number> {
  const { tenantId, staffId } = actor;
  const at = now();
  const sent = await tx.$queryRaw<{ id: string; orderId: string }[]>`
    with parked as (
      select d.id from delivery d
       where d.tenant_id = ${tenantId} and d.state = 'parked' and ${which}
       order by d.created_at, d.id for update skip locked)
    update delivery set state = 'waiting', attempts = 0, last_error = null, next_tell_at = null, tell_since = ${at}
      from parked where delivery.tenant_id = ${tenantId} and delivery.id = parked.id
    returning delivery.id, delivery.order_id as "orderId"`;
  if (sent.length === 0) return 0;
  await tx.deliveryStep.createMany({
    data: sent.map(({ id }) => ({ tenantId, deliveryId: id, at, kind: 'sent-again', staffId })),
  });
  const orders = [...new Set(sent.map(({ orderId }) => orderId))];
  const first = await tx.$queryRaw<{ id: string; orderId: string }[]>`
    select id, order_id as "orderId" from (
      select distinct on (order_id) id, order_id, created_at, state from delivery
       where tenant_id = ${tenantId} and state <> 'received' and order_id = any(${orders}::uuid[])
       order by order_id, created_at, id) as oldest
     where state <> 'parked' order by created_at, id`;
  await setGoingInTx(tx, tenantId, first);
  return sent.length;
}

/** That the delivery is one of these kinds of trouble. */
export const parkedOf = ({
  systemId,
  kind,
  error,
}: {
  systemId: string;
  kind?: string | undefined;
  error?: string | undefined;
}): Prisma.Sql => Prisma.sql`d.system_id = ${systemId}::uuid
  and (${kind ?? null}::text is null or d.kind = ${kind ?? null})
  and (${error ?? null}::text is null or d.last_error = ${error ?? null})`;
