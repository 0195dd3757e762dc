import 'server-only';
import { toDbDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { openJson, sealJson } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { conflict } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { guarded, requireSystemMay } from '../access';
import { type SupplementRequest, supplementContext } from '../domain/case-seals';
import { happenedAt, type SupplementMessage } from '../domain/office-messages';
import { lockCaseInTx, moveCaseInTx } from './case-in-tx';

interface Input extends SupplementMessage {
  caseId: string;
}

/**
 * The office asks her for something more. The same request told again is one; another content under the same id is
 * refused, since she may have read the first.
 */
export async function recordSupplementRequestInTx(
  tx: Tx,
  actor: SystemActor,
  { caseId, externalId, text, items, dueOn, officer, ...message }: Input,
): Promise<{ supplementId: string }> {
  requireSystemMay(actor, 'record-supplement');
  const { tenantId } = actor;
  const locked = await lockCaseInTx(tx, actor, caseId);
  const request: SupplementRequest = { text, items: items.map((item) => ({ id: item.id, text: item.text })) };
  const known = await tx.supplement.findUnique({
    where: { tenantId_caseId_externalId: { tenantId, caseId, externalId } },
    select: { id: true, requestSealed: true, firstDueOn: true },
  });
  if (known) {
    const first = openJson<SupplementRequest>(
      known.requestSealed,
      supplementContext('request', tenantId, known.id),
    );
    const isSame =
      JSON.stringify(first) === JSON.stringify(request) &&
      known.firstDueOn.getTime() === toDbDate(dueOn).getTime();
    if (!isSame) throw conflict('errors:supplement-differs');
    return { supplementId: known.id };
  }
  const id = newId();
  const at = happenedAt(message, now());
  await moveCaseInTx(tx, locked, 'ask-supplement', {
    at,
    event: 'supplement-asked',
    refId: id,
    officer,
    fromOffice: true,
  });
  await tx.supplement.create({
    data: {
      tenantId,
      id,
      caseId,
      externalId,
      requestSealed: sealJson(request, supplementContext('request', tenantId, id)),
      firstDueOn: toDbDate(dueOn),
      dueOn: toDbDate(dueOn),
      askedAt: at,
    },
    select: { id: true },
  });
  await auditInTx(tx, actor, {
    action: 'cases.record-supplement-request',
    subjectPersonId: locked.personId,
    objectType: 'supplement',
    objectId: id,
  });
  await emitInTx(tx, actor, {
    type: 'cases.supplement-asked',
    payload: { caseId, personId: locked.personId, supplementId: id },
    caseId,
  });
  return { supplementId: id };
}

export const recordSupplementRequest = (
  actor: SystemActor,
  input: Input,
): Promise<{ supplementId: string }> =>
  guarded(actor, 'cases.record-supplement-request', 'case', input.caseId, () =>
    write(actor, (tx) => recordSupplementRequestInTx(tx, actor, input)),
  );
