import 'server-only';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';

/** Which service and application a case came from, and whose it is: for those who deliver it. No personal data. */
export async function getCaseOriginInTx(
  tx: Tx,
  tenantId: string,
  caseId: string,
): Promise<{ serviceId: string; applicationId: string; personId: string }> {
  const found = await tx.case.findUnique({
    where: { tenantId_id: { tenantId, id: caseId } },
    select: { serviceId: true, applicationId: true, personId: true },
  });
  if (!found?.serviceId || !found.applicationId) throw notFound();
  return { serviceId: found.serviceId, applicationId: found.applicationId, personId: found.personId };
}
