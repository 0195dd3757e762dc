import 'server-only';
import type { Tx } from '@/lib/platform/db';

/** The part of an answer that a file was sent with; null where it is none. Ids only, so it is nobody's reading. */
export async function findSupplementPartOfFileInTx(
  tx: Tx,
  tenantId: string,
  fileId: string,
): Promise<string | null> {
  const found = await tx.supplementFile.findFirst({
    where: { tenantId, fileId, partId: { not: null } },
    select: { partId: true },
  });
  return found?.partId ?? null;
}
