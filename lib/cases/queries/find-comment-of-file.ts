import 'server-only';
import type { Tx } from '@/lib/platform/db';

/** The comment that a file was sent with; null where it is none. Ids only, so it is nobody's reading. */
export async function findCommentOfFileInTx(
  tx: Tx,
  tenantId: string,
  fileId: string,
): Promise<string | null> {
  const found = await tx.commentFile.findFirst({
    where: { tenantId, fileId, commentId: { not: null } },
    select: { commentId: true },
  });
  return found?.commentId ?? null;
}
