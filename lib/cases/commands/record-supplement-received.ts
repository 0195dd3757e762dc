import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { notFound, notNow } from '@/lib/platform/errors';
import { guarded, requireSystemMay, visibleSupplements } from '../access';
import { happenedAt } from '../domain/office-messages';
import { lockCaseInTx, noteInCaseInTx } from './case-in-tx';

interface Input {
  supplementId: string;
  occurredAt: Date;
}

/** The office has got her answer: until now it was received by us only. Told again, it is the same. */
export async function recordSupplementReceivedInTx(
  tx: Tx,
  actor: SystemActor,
  { supplementId, ...message }: Input,
): Promise<void> {
  requireSystemMay(actor, 'record-received');
  const { tenantId } = actor;
  const found = await tx.supplement.findFirst({
    where: { ...visibleSupplements(actor), id: supplementId },
    select: { caseId: true },
  });
  if (!found) throw notFound();
  const locked = await lockCaseInTx(tx, actor, found.caseId);
  const { status } = await tx.supplement.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: supplementId } },
    select: { status: true },
  });
  if (status === 'received') return;
  if (status !== 'answered') throw notNow('errors:supplement-not-answered');
  await tx.supplement.updateMany({
    where: { tenantId, id: supplementId, status: 'answered' },
    data: { status: 'received', version: { increment: 1 } },
  });
  await noteInCaseInTx(tx, locked, {
    at: happenedAt(message, now()),
    event: 'supplement-received',
    refId: supplementId,
    fromOffice: true,
  });
  await auditInTx(tx, actor, {
    action: 'cases.record-supplement-received',
    subjectPersonId: locked.personId,
    objectType: 'supplement',
    objectId: supplementId,
  });
}

export const recordSupplementReceived = (actor: SystemActor, input: Input): Promise<void> =>
  guarded(actor, 'cases.record-supplement-received', 'supplement', input.supplementId, () =>
    write(actor, (tx) => recordSupplementReceivedInTx(tx, actor, input)),
  );
