import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guarded, requireSystemMay, visibleWithdrawals } from '../access';
import { happenedAt } from '../domain/office-messages';
import { lockCaseInTx, noteInCaseInTx } from './case-in-tx';

interface Input {
  withdrawalId: string;
  occurredAt: Date;
}

/** The office has got that she takes her application back. Told again, it is the same. */
export async function recordWithdrawalReceivedInTx(
  tx: Tx,
  actor: SystemActor,
  { withdrawalId: id, ...message }: Input,
): Promise<void> {
  requireSystemMay(actor, 'record-received');
  const { tenantId } = actor;
  const found = await tx.withdrawal.findFirst({
    where: { ...visibleWithdrawals(actor), id },
    select: { caseId: true },
  });
  if (!found) throw notFound();
  const locked = await lockCaseInTx(tx, actor, found.caseId);
  const at = happenedAt(message, now());
  const { count } = await tx.withdrawal.updateMany({
    where: { tenantId, id, receivedAt: null },
    data: { receivedAt: at },
  });
  if (count === 0) return;
  await noteInCaseInTx(tx, locked, { at, event: 'withdrawal-received', refId: id, fromOffice: true });
  await auditInTx(tx, actor, {
    action: 'cases.record-withdrawal-received',
    subjectPersonId: locked.personId,
    objectType: 'case',
    objectId: found.caseId,
  });
}

export const recordWithdrawalReceived = (actor: SystemActor, input: Input): Promise<void> =>
  guarded(actor, 'cases.record-withdrawal-received', 'withdrawal', input.withdrawalId, () =>
    write(actor, (tx) => recordWithdrawalReceivedInTx(tx, actor, input)),
  );
