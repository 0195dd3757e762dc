import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import type { Tx } from '@/lib/platform/db';
import { conflict, notFound } from '@/lib/platform/errors';
import { may } from '../access';

/**
 * Gives a case to the back-office system that is to handle it; from then on that system, and no other, sees it and may
 * tell about it. Again with the same system is the same. The caller's transaction plans the delivery and audits it.
 */
export async function assignCaseToSystemInTx(
  tx: Tx,
  actor: JobActor,
  { caseId, systemId }: { caseId: string; systemId: string },
): Promise<void> {
  if (!may(actor, 'assign-system')) throw notFound();
  const { tenantId } = actor;
  const { count } = await tx.case.updateMany({
    where: { tenantId, id: caseId, OR: [{ systemId: null }, { systemId }] },
    data: { systemId },
  });
  if (count === 1) return;
  const other = await tx.case.findUnique({
    where: { tenantId_id: { tenantId, id: caseId } },
    select: { id: true },
  });
  throw other ? conflict('errors:case-of-other-system') : notFound();
}
