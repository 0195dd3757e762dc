import 'server-only';
import type { Tx } from '@/lib/platform/db';

/** The request that a file was put to the answer of; null where it is none. Ids only, so it is nobody's reading. */
export async function findSupplementOfFileInTx(
  tx: Tx,
  tenantId: string,
  fileId: string,
): Promise<string | null> {
  const found = await tx.supplementFile.findFirst({
    where: { tenantId, fileId },
    select: { supplementId: true },
  });
  return found?.supplementId ?? null;
}
