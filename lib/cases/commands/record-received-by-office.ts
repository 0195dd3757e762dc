import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { conflict, isUniqueViolation } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { guarded, requireSystemMay } from '../access';
import { happenedAt, type ReceivedMessage } from '../domain/office-messages';
import { eventTimesInTx, lockCaseInTx, moveCaseInTx, noteInCaseInTx } from './case-in-tx';

interface Input extends ReceivedMessage {
  caseId: string;
}

/** The office says that it has the case, under an id of its own. Told again, it is the same; another id is refused. */
export async function recordReceivedByOfficeInTx(
  tx: Tx,
  actor: SystemActor,
  { caseId, externalId, officer, ...message }: Input,
): Promise<void> {
  requireSystemMay(actor, 'record-received');
  const locked = await lockCaseInTx(tx, actor, caseId);
  if (locked.externalId !== null && locked.externalId !== externalId) {
    throw conflict('errors:external-id-differs');
  }
  if (locked.externalId === null) await setExternalId(tx, locked, externalId);
  const at = happenedAt(message, now());
  if ((await eventTimesInTx(tx, locked, ['received-by-office'])).length > 0) {
    if (officer) await noteInCaseInTx(tx, locked, { at, officer, fromOffice: true });
    return;
  }
  await moveCaseInTx(tx, locked, 'receive-by-office', {
    at,
    event: 'received-by-office',
    officer,
    fromOffice: true,
  });
  await auditInTx(tx, actor, {
    action: 'cases.record-received-by-office',
    subjectPersonId: locked.personId,
    objectType: 'case',
    objectId: caseId,
  });
  await emitInTx(tx, actor, {
    type: 'cases.received-by-office',
    payload: { caseId, personId: locked.personId },
    caseId,
  });
}

export const recordReceivedByOffice = (actor: SystemActor, input: Input): Promise<void> =>
  guarded(actor, 'cases.record-received-by-office', 'case', input.caseId, () =>
    write(actor, (tx) => recordReceivedByOfficeInTx(tx, actor, input)),
  );

async function setExternalId(tx: Tx, { tenantId, id }: { tenantId: string; id: string }, externalId: string) {
  try {
    await tx.case.update({ where: { tenantId_id: { tenantId, id } }, data: { externalId } });
  } catch (error) {
    // The id stands on another of the system's cases already.
    if (isUniqueViolation(error)) throw conflict('errors:external-id-taken');
    throw error;
  }
}
