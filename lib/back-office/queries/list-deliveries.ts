import 'server-only';
import { getCaseNamesInTx } from '@/lib/cases/api';
import type { SystemActor } from '@/lib/platform/actor';
import { read, type Tx } from '@/lib/platform/db';
import { guarded, visibleDeliveries } from '../access';
import type { DeliveryPage, DeliverySummary } from '../contract/messages';

export interface DeliveryFilter {
  state: 'waiting' | 'received' | 'all';
  /** from 1 */
  page: number;
  limit: number;
}

/** What waits for the system, or has been received, oldest first. No personal data, so it is nobody's reading. */
export function listDeliveries(
  actor: SystemActor,
  { state, page, limit }: DeliveryFilter,
): Promise<DeliveryPage> {
  return guarded(actor, 'back-office.list-deliveries', 'deliveries.read', null, () =>
    read(actor, async (tx) => {
      const where = {
        ...visibleDeliveries(actor),
        // Whether it has been told, or given up telling, is our affair: to the system it waits.
        ...(state === 'received' && { state: 'received' as const }),
        ...(state === 'waiting' && { state: { not: 'received' as const } }),
      };
      const [total, rows] = [
        await tx.delivery.count({ where }),
        await tx.delivery.findMany({
          where,
          orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
          skip: (page - 1) * limit,
          take: limit,
        }),
      ];
      return { items: await summariesInTx(tx, actor.tenantId, rows), page, limit, total };
    }),
  );
}

type Row = Awaited<ReturnType<Tx['delivery']['findMany']>>[number];

export async function summariesInTx(
  tx: Tx,
  tenantId: string,
  rows: readonly Row[],
): Promise<DeliverySummary[]> {
  const names = await getCaseNamesInTx(tx, tenantId, [
    ...new Set(rows.flatMap(({ caseId }) => caseId ?? [])),
  ]);
  return rows.map((row) => {
    const name = row.caseId === null ? undefined : names.get(row.caseId);
    if (row.caseId !== null && !name) throw new Error('A delivery of a case that is not there');
    return {
      id: row.id,
      kind: row.kind as DeliverySummary['kind'],
      state: row.state === 'received' ? 'received' : 'waiting',
      createdAt: row.createdAt.toISOString(),
      ...(row.receivedAt && { receivedAt: row.receivedAt.toISOString() }),
      ...(row.caseId !== null &&
        name && {
          case: {
            id: row.caseId,
            number: name.number,
            ...(name.externalId !== null && { externalId: name.externalId }),
          },
        }),
    };
  });
}
