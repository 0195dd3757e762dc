import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { type Tx, write } from '@/lib/platform/db';
import { gone } from '@/lib/platform/errors';
import { guarded } from '../access';
import { placeChangesInTx } from '../commands/place-changes-in-tx';
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
      await placeChangesInTx(tx, actor);
      const after = (since !== undefined && positionOf(since)) || 0n;
      if (since !== undefined) await requireNothingLostInTx(tx, actor, after);
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

/**
 * Places are given without a gap and forgotten from the first on: a place that is missing right after the cursor was
 * forgotten before the system had asked for it. To go on from there would be to pass over what has happened.
 */
async function requireNothingLostInTx(
  tx: Tx,
  { tenantId, systemId }: SystemActor,
  after: bigint,
): Promise<void> {
  const first = await tx.officeChange.findFirst({
    where: { tenantId, systemId, position: { not: null } },
    orderBy: { position: 'asc' },
    select: { position: true },
  });
  if (first?.position && after + 1n < first.position) throw gone('errors:changes-forgotten', BEGIN_ANEW);
}

const BEGIN_ANEW =
  'What happened after this cursor is kept no longer. Begin anew: fetch GET /deliveries?state=waiting and, of each of your open cases, GET /cases/{caseId}; then call GET /changes without since, and go on from its cursor.';
