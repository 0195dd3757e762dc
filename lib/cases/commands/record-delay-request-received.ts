import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { requireSystemMay, visibleDelayRequests } from '../access';
import { happenedAt } from '../domain/office-messages';
import { lockCaseInTx, noteInCaseInTx } from './case-in-tx';

interface Input {
  delayRequestId: string;
  occurredAt: Date;
}

/** The office has got her request that the case be decided. Told again, it is the same. */
export async function recordDelayRequestReceivedInTx(
  tx: Tx,
  actor: SystemActor,
  { delayRequestId: id, ...message }: Input,
): Promise<void> {
  requireSystemMay(actor, 'record-received');
  const { tenantId } = actor;
  const found = await tx.delayRequest.findFirst({
    where: { ...visibleDelayRequests(actor), id },
    select: { caseId: true },
  });
  if (!found) throw notFound();
  const locked = await lockCaseInTx(tx, actor, found.caseId);
  const at = happenedAt(message, now());
  const { count } = await tx.delayRequest.updateMany({
    where: { tenantId, id, receivedAt: null },
    data: { receivedAt: at },
  });
  if (count === 0) return;
  await noteInCaseInTx(tx, locked, { at, event: 'delay-request-received', refId: id, fromOffice: true });
  await auditInTx(tx, actor, {
    action: 'cases.record-delay-request-received',
    subjectPersonId: locked.personId,
    objectType: 'case',
    objectId: found.caseId,
  });
}
