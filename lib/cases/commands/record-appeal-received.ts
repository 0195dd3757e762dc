import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { guarded, requireSystemMay, visibleAppeals } from '../access';
import { happenedAt } from '../domain/office-messages';
import { lockCaseInTx, noteInCaseInTx } from './case-in-tx';

interface Input {
  appealId: string;
  occurredAt: Date;
}

/**
 * The board's own system has the appeal. It came in when she sent it, not now: this only lets her see that it has been
 * taken on. Told again, it is the same.
 */
export async function recordAppealReceivedInTx(
  tx: Tx,
  actor: SystemActor,
  { appealId, ...message }: Input,
): Promise<void> {
  requireSystemMay(actor, 'record-received');
  const { tenantId } = actor;
  const where = { ...visibleAppeals(actor), id: appealId, sentAt: { not: null } };
  const found = await tx.appeal.findFirst({ where, select: { caseId: true } });
  if (!found) throw notFound();
  const { caseId } = found;
  const locked = await lockCaseInTx(tx, actor, caseId);
  const at = happenedAt(message, now());
  const { count } = await tx.appeal.updateMany({
    where: { tenantId, id: appealId, receivedAt: null },
    data: { receivedAt: at },
  });
  if (count === 0) return;
  await noteInCaseInTx(tx, locked, { at, event: 'appeal-received', refId: appealId, fromOffice: true });
  await auditInTx(tx, actor, {
    action: 'cases.record-appeal-received',
    subjectPersonId: locked.personId,
    objectType: 'appeal',
    objectId: appealId,
  });
  await emitInTx(tx, actor, {
    type: 'cases.appeal-received',
    payload: { caseId, personId: locked.personId, appealId },
    caseId,
  });
}

export const recordAppealReceived = (actor: SystemActor, input: Input): Promise<void> =>
  guarded(actor, 'cases.record-appeal-received', 'appeal', input.appealId, () =>
    write(actor, (tx) => recordAppealReceivedInTx(tx, actor, input)),
  );
