import 'server-only';
import type { Tx } from '@/lib/platform/db';

/** The appeal that a file was put to; null where it is none. Ids only, so it is nobody's reading. */
export async function findAppealOfFileInTx(tx: Tx, tenantId: string, fileId: string): Promise<string | null> {
  const found = await tx.appealFile.findFirst({ where: { tenantId, fileId }, select: { appealId: true } });
  return found?.appealId ?? null;
}
