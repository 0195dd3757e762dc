import 'server-only';
import type { Tx } from '@/lib/platform/db';

/** Gives those that have none yet the next places, in the order they happened. One at a time for each system. */
export async function placeChangesInTx(
  tx: Tx,
  { tenantId, systemId }: { tenantId: string; systemId: string },
): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`changes:${tenantId}:${systemId}`}, 0))`;
  await tx.$executeRaw`
    with last as (
      select coalesce(max(position), 0) as position from office_change
       where tenant_id = ${tenantId} and system_id = ${systemId}::uuid
    ), fresh as (
      select id, row_number() over (order by at, id) as place from office_change
       where tenant_id = ${tenantId} and system_id = ${systemId}::uuid and position is null
    )
    update office_change set position = last.position + fresh.place
      from last, fresh
     where office_change.tenant_id = ${tenantId} and office_change.id = fresh.id`;
}
