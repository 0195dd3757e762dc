import 'server-only';
import type { Tx } from '@/lib/platform/db';

/** Whether the draft is still to be thrown away on the day she is told of: not if she has saved it, sent it or thrown it away since. */
export const isDraftExpiringInTx = async (
  tx: Tx,
  tenantId: string,
  applicationId: string,
): Promise<boolean> =>
  (await tx.application.count({
    where: { tenantId, id: applicationId, status: 'draft', removeOn: { not: null } },
  })) > 0;
