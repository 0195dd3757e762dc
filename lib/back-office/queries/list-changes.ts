import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { type Tx, write } from '@/lib/platform/db';
import { guarded } from '../access';
import type { Change, ChangePage } from '../contract/change-messages';
import { type ChangeIds, cursorOf, positionOf } from '../domain/change';

/**
 * What has happened for the system since it asked last, oldest first. Ids only, so it is nobody's reading. A change gets
 * its place when it is first asked for, and only what is committed can be asked for: what commits late, however early it
 * began, comes after all that has been given out, and nothing is passed over.
 */
export const listChanges = (
  actor: SystemActor,
  { since, limit }: { since?: string | undefined; limit: number },
): Promise<ChangePage> =>
  guarded(actor, 'back-office.list-changes', 'deliveries.read', null, () =>
    write(actor, async (tx) => {
      const { tenantId, systemId } = actor;
      await placeInTx(tx, actor);
      const after = (since !== undefined && positionOf(since)) || 0n;
      const rows = await tx.officeChange.findMany({
        where: { tenantId, systemId, position: { gt: after } },
        orderBy: { position: 'asc' },
        take: limit + 1,
      });
      const items = rows.slice(0, limit);
      return {
        items: items.map(
          ({ id, kind, at, ids }): Change => ({
            id,
            kind: kind as Change['kind'],
            at: at.toISOString(),
            ...(ids as ChangeIds),
          }),
        ),
        cursor: cursorOf(items.at(-1)?.position ?? after),
        hasMore: rows.length > limit,
      };
    }),
  );

/** Gives those that have none yet the next places, in the order they happened. One at a time for each system. */
async function placeInTx(tx: Tx, { tenantId, systemId }: SystemActor): Promise<void> {
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
