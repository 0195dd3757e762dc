import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { requireSystemMay, visibleMoreTimeRequests } from '../access';
import { happenedAt } from '../domain/office-messages';
import { lockCaseInTx, noteInCaseInTx } from './case-in-tx';

interface Input {
  moreTimeId: string;
  occurredAt: Date;
}

/** The office has got her request for more time. Told again, it is the same. */
export async function recordMoreTimeReceivedInTx(
  tx: Tx,
  actor: SystemActor,
  { moreTimeId: id, ...message }: Input,
): Promise<void> {
  requireSystemMay(actor, 'record-received');
  const { tenantId } = actor;
  const found = await tx.moreTimeRequest.findFirst({
    where: { ...visibleMoreTimeRequests(actor), id },
    select: { caseId: true },
  });
  if (!found) throw notFound();
  const locked = await lockCaseInTx(tx, actor, found.caseId);
  const at = happenedAt(message, now());
  const { count } = await tx.moreTimeRequest.updateMany({
    where: { tenantId, id, receivedAt: null },
    data: { receivedAt: at },
  });
  if (count === 0) return;
  await noteInCaseInTx(tx, locked, { at, event: 'more-time-received', refId: id, fromOffice: true });
  await auditInTx(tx, actor, {
    action: 'cases.record-more-time-received',
    subjectPersonId: locked.personId,
    objectType: 'case',
    objectId: found.caseId,
  });
}
