import 'server-only';
import { getCaseNamesInTx } from '@/lib/cases/api';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { guardedForAdmin, requireMayLookAfterSystems } from '../access';
import type { DeliveryKind } from '../domain/delivery-kind';

export interface Undelivered {
  id: string;
  kind: DeliveryKind;
  /** null: a message to a service */
  caseNumber: string | null;
  state: 'waiting' | 'told' | 'parked';
  createdAt: Date;
  attempts: number;
  lastError: string | null;
  /** when it is tried again, where that is known */
  nextTellAt: Date | null;
}

export interface UndeliveredPage {
  items: Undelivered[];
  total: number;
}

/** What waits for a system, or is parked, oldest first: ids, case numbers, kinds, times and codes. */
export const listUndelivered = (
  actor: Actor,
  {
    systemId,
    state,
    page,
    limit,
  }: { systemId: string; state: 'waiting' | 'parked'; page: number; limit: number },
): Promise<UndeliveredPage> =>
  guardedForAdmin(actor, 'back-office.list-undelivered', 'back-office-system', systemId, () => {
    requireMayLookAfterSystems(actor);
    const { tenantId } = actor;
    return read(actor, async (tx) => {
      const states = state === 'parked' ? (['parked'] as const) : (['waiting', 'told'] as const);
      const where = { tenantId, systemId, state: { in: [...states] } };
      const total = await tx.delivery.count({ where });
      const rows = await tx.delivery.findMany({
        where,
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        skip: (page - 1) * limit,
        take: limit,
      });
      const names = await getCaseNamesInTx(tx, tenantId, [
        ...new Set(rows.flatMap(({ caseId }) => caseId ?? [])),
      ]);
      return {
        total,
        items: rows.map((row) => ({
          id: row.id,
          kind: row.kind as DeliveryKind,
          caseNumber: (row.caseId && names.get(row.caseId)?.number) || null,
          state: row.state as Undelivered['state'],
          createdAt: row.createdAt,
          attempts: row.attempts,
          lastError: row.lastError,
          nextTellAt: row.nextTellAt,
        })),
      };
    });
  });
