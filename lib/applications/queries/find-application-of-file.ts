import 'server-only';
import type { Tx } from '@/lib/platform/db';

/** The application that a file came with; null where it came with none. Ids only, so it is nobody's reading. */
export async function findApplicationOfFileInTx(
  tx: Tx,
  tenantId: string,
  fileId: string,
): Promise<string | null> {
  const found = await tx.applicationFile.findFirst({
    where: { tenantId, fileId },
    select: { applicationId: true },
  });
  return found?.applicationId ?? null;
}
