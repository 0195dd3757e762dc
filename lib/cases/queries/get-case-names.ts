import 'server-only';
import type { Tx } from '@/lib/platform/db';

/** What cases are called, here and in their office's system: for lists of what waits for it. No personal data. */
export async function getCaseNamesInTx(
  tx: Tx,
  tenantId: string,
  caseIds: readonly string[],
): Promise<Map<string, { number: string; externalId: string | null }>> {
  const rows = await tx.case.findMany({
    where: { tenantId, id: { in: [...caseIds] } },
    select: { id: true, number: true, externalId: true },
  });
  return new Map(rows.map(({ id, ...names }) => [id, names]));
}
