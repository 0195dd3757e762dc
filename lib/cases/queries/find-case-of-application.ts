import 'server-only';
import type { Tx } from '@/lib/platform/db';

/** The case that an application opened, or null. The caller has made sure that the application may be seen. */
export async function findCaseOfApplicationInTx(
  tx: Tx,
  tenantId: string,
  applicationId: string,
): Promise<string | null> {
  const found = await tx.case.findUnique({
    where: { tenantId_applicationId: { tenantId, applicationId } },
    select: { id: true },
  });
  return found?.id ?? null;
}
