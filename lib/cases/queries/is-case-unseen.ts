import 'server-only';
import type { Tx } from '@/lib/platform/db';

/**
 * Whether a person has not been shown what is new in a case since a moment. Asked before she is sent word of it; ids
 * only, nothing of the content.
 */
export const isCaseUnseenInTx = async (
  tx: Tx,
  tenantId: string,
  { personId, caseId, since }: { personId: string; caseId: string; since: Date },
): Promise<boolean> =>
  (await tx.caseSeen.count({ where: { tenantId, personId, caseId, seenAt: { gte: since } } })) === 0;
