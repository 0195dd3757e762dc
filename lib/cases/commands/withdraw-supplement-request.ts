import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { guarded, requireSystemMay } from '../access';
import { happenedAt } from '../domain/office-messages';
import type { SupplementStatus } from '../domain/supplement';
import { endSupplementInTx, lockCaseInTx } from './case-in-tx';

interface Input {
  caseId: string;
  /** the office's id of the request */
  externalId: string;
  occurredAt: Date;
}

/**
 * The office needs it no more. A request she has already answered stays answered: nothing she has sent is undone.
 * Answers with the status it has.
 */
export async function withdrawSupplementRequestInTx(
  tx: Tx,
  actor: SystemActor,
  { caseId, externalId, ...message }: Input,
): Promise<{ supplementId: string; status: SupplementStatus }> {
  requireSystemMay(actor, 'record-supplement');
  const { tenantId } = actor;
  const locked = await lockCaseInTx(tx, actor, caseId);
  const found = await tx.supplement.findUnique({
    where: { tenantId_caseId_externalId: { tenantId, caseId, externalId } },
    select: { id: true, status: true },
  });
  if (!found) throw notFound();
  if (found.status !== 'asked') return { supplementId: found.id, status: found.status };
  await tx.supplement.updateMany({
    where: { tenantId, id: found.id, status: 'asked' },
    data: { status: 'withdrawn', version: { increment: 1 } },
  });
  const happening = {
    at: happenedAt(message, now()),
    event: 'supplement-withdrawn',
    refId: found.id,
  } as const;
  await endSupplementInTx(tx, locked, happening);
  await auditInTx(tx, actor, {
    action: 'cases.withdraw-supplement-request',
    subjectPersonId: locked.personId,
    objectType: 'supplement',
    objectId: found.id,
  });
  await emitInTx(tx, actor, {
    type: 'cases.supplement-withdrawn',
    payload: { caseId, personId: locked.personId, supplementId: found.id },
    caseId,
  });
  return { supplementId: found.id, status: 'withdrawn' };
}

export const withdrawSupplementRequest = (
  actor: SystemActor,
  input: Input,
): Promise<{ supplementId: string; status: SupplementStatus }> =>
  guarded(actor, 'cases.withdraw-supplement-request', 'case', input.caseId, () =>
    write(actor, (tx) => withdrawSupplementRequestInTx(tx, actor, input)),
  );
