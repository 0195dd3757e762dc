import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { requireSystemMay, visibleSupplements } from '../access';
import { happenedAt } from '../domain/office-messages';
import { lockCaseInTx, noteInCaseInTx } from './case-in-tx';

interface Input {
  partId: string;
  occurredAt: Date;
}

/**
 * The office has got a part of her answer: until now it was received by us only. With the last of them the answer is
 * received. Told again, it is the same.
 */
export async function recordSupplementReceivedInTx(
  tx: Tx,
  actor: SystemActor,
  { partId, ...message }: Input,
): Promise<void> {
  requireSystemMay(actor, 'record-received');
  const { tenantId } = actor;
  const where = { tenantId_id: { tenantId, id: partId } };
  const found = await tx.supplementPart.findFirst({
    where: { tenantId, id: partId, supplement: visibleSupplements(actor) },
    select: { supplementId: true, supplement: { select: { caseId: true } } },
  });
  if (!found) throw notFound();
  const { supplementId } = found;
  const locked = await lockCaseInTx(tx, actor, found.supplement.caseId);
  const { receivedAt } = await tx.supplementPart.findUniqueOrThrow({ where, select: { receivedAt: true } });
  if (receivedAt) return;
  const at = happenedAt(message, now());
  await tx.supplementPart.update({ where, data: { receivedAt: at }, select: { id: true } });
  const waiting = await tx.supplementPart.count({ where: { tenantId, supplementId, receivedAt: null } });
  if (waiting === 0) {
    await tx.supplement.updateMany({
      where: { tenantId, id: supplementId, status: 'answered' },
      data: { status: 'received', version: { increment: 1 } },
    });
  }
  await noteInCaseInTx(tx, locked, {
    at,
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
  await emitInTx(tx, actor, {
    type: 'cases.supplement-received',
    payload: { caseId: locked.id, personId: locked.personId, supplementId },
    caseId: locked.id,
  });
}
