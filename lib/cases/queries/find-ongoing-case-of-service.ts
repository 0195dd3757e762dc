import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import type { Tx } from '@/lib/platform/db';
import { visibleCases } from '../access';

/** Her case of a service that has not ended, the newest first; null where she has none. */
export async function findOngoingCaseOfServiceInTx(
  tx: Tx,
  actor: ResidentActor,
  serviceId: string,
): Promise<string | null> {
  const found = await tx.case.findFirst({
    where: { ...visibleCases(actor), serviceId, phase: { notIn: ['closed', 'withdrawn'] } },
    orderBy: { receivedAt: 'desc' },
    select: { id: true },
  });
  return found?.id ?? null;
}
