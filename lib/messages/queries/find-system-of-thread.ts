import 'server-only';
import type { Tx } from '@/lib/platform/db';

/** The back-office system that answers in a thread: its case's, or its own; null where nobody does yet. */
export async function findSystemOfThreadInTx(
  tx: Tx,
  tenantId: string,
  threadId: string,
): Promise<string | null> {
  const found = await tx.messageThread.findUnique({
    where: { tenantId_id: { tenantId, id: threadId } },
    select: { systemId: true, case: { select: { systemId: true } } },
  });
  return found?.case?.systemId ?? found?.systemId ?? null;
}
