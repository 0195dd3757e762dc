import 'server-only';
import { getServiceSlugInTx } from '@/lib/catalogue/api';
import type { Tx } from '@/lib/platform/db';

/** The system that serves a service now; null where none does. */
export async function findSystemOfServiceInTx(
  tx: Tx,
  tenantId: string,
  serviceId: string,
): Promise<string | null> {
  const slug = await getServiceSlugInTx(tx, tenantId, serviceId);
  const system = await tx.backOfficeSystem.findFirst({
    where: { tenantId, active: true, services: { has: slug } },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  });
  return system?.id ?? null;
}
