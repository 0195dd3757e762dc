import 'server-only';
import type { Tx } from '@/lib/platform/db';

/** What the municipality calls the system that keeps something, also one that is used no more; null of what is kept here. */
export async function systemNamesInTx(
  tx: Tx,
  tenantId: string,
): Promise<(systemId: string | null) => string | null> {
  const systems = await tx.backOfficeSystem.findMany({
    where: { tenantId },
    select: { id: true, name: true },
  });
  const names = new Map(systems.map(({ id, name }) => [id, name]));
  return (systemId) => systemId && (names.get(systemId) ?? '–');
}
