import 'server-only';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';

export interface CaseOrigin {
  /** the system that has the case; null until its first delivery is planned */
  systemId: string | null;
  /** the service that was applied for; null where there was no application */
  serviceId: string | null;
}

/** Where a case came from and who has it, for those who deliver what belongs to it. No personal data. */
export async function getCaseOriginInTx(tx: Tx, tenantId: string, caseId: string): Promise<CaseOrigin> {
  const found = await tx.case.findUnique({
    where: { tenantId_id: { tenantId, id: caseId } },
    select: { systemId: true, serviceId: true },
  });
  if (!found) throw notFound();
  return found;
}
