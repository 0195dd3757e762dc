import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import type { Tx } from '@/lib/platform/db';
import { visibleCases } from '../access';

/** A system's cases that have not ended, by their ids here and there. No personal data. */
export const listOpenCasesInTx = (
  tx: Tx,
  actor: SystemActor,
): Promise<{ id: string; externalId: string | null }[]> =>
  tx.case.findMany({
    where: { ...visibleCases(actor), phase: { notIn: ['closed', 'withdrawn'] } },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, externalId: true },
  });
