import 'server-only';
import type { Tx } from '@/lib/platform/db';

/** Whether a plan is still there to be read. Asked before she is told of it. */
export const isCarePlanShownInTx = async (tx: Tx, tenantId: string, id: string): Promise<boolean> =>
  (await tx.carePlan.count({ where: { tenantId, id, sealed: { not: null } } })) > 0;
