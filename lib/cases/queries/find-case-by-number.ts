import 'server-only';
import type { Tx } from '@/lib/platform/db';

/** The id of a system's case with the number that is said on the phone; null where the system has none such. */
export async function findCaseByNumberInTx(
  tx: Tx,
  tenantId: string,
  systemId: string,
  number: string,
): Promise<string | null> {
  const found = await tx.case.findUnique({
    where: { tenantId_number: { tenantId, number: number.toUpperCase() } },
    select: { id: true, systemId: true },
  });
  return found?.systemId === systemId ? found.id : null;
}
