import 'server-only';
import type { Tx } from '@/lib/platform/db';

/**
 * Whether what an event told of still waits to be seen: a decision not opened, a request not answered,
 * material not commented on. Asked before a
 * mail says that there is something to read. Ids only, nothing of the content.
 */
export async function isNewsInTx(
  tx: Tx,
  tenantId: string,
  {
    decisionId,
    supplementId,
    roundId,
  }: {
    decisionId?: string | undefined;
    supplementId?: string | undefined;
    roundId?: string | undefined;
  },
): Promise<boolean> {
  if (decisionId)
    return (await tx.decision.count({ where: { tenantId, id: decisionId, openedAt: null } })) > 0;
  if (supplementId) {
    return (await tx.supplement.count({ where: { tenantId, id: supplementId, status: 'asked' } })) > 0;
  }
  if (roundId) return (await tx.commentRound.count({ where: { tenantId, id: roundId, status: 'open' } })) > 0;
  return true;
}
