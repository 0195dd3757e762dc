import 'server-only';
import type { Tx } from '@/lib/platform/db';

/**
 * The system has lost the case, and is sent its application again: it may have it under another id from then on. What it
 * has told of it stands.
 */
export async function releaseExternalIdInTx(tx: Tx, tenantId: string, caseId: string): Promise<void> {
  await tx.case.updateMany({ where: { tenantId, id: caseId }, data: { externalId: null } });
}
