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
import { type DelayNoticeContent, delayNoticeContext } from '../domain/case-seals';
import { type DelayNoticeMessage, happenedAt } from '../domain/office-messages';
import { lockCaseInTx, moveCaseInTx } from './case-in-tx';

interface Input extends DelayNoticeMessage {
  caseId: string;
}

/**
 * The office tells her that the case is much delayed, and why (FL 11 §). Told again, it is the same; another content
 * under the same id is refused. It moves the case nowhere, and there is nothing to tell of once it is decided.
 */
export async function recordDelayNoticeInTx(
  tx: Tx,
  actor: SystemActor,
  { caseId, externalId, reason, expectedOn, officer, ...message }: Input,
): Promise<{ delayNoticeId: string }> {
  requireSystemMay(actor, 'record-delay-notice');
  const { tenantId } = actor;
  const locked = await lockCaseInTx(tx, actor, caseId);
  const content: DelayNoticeContent = { reason };
  const day = expectedOn ? toDbDate(expectedOn) : null;
  const known = await tx.delayNotice.findUnique({
    where: { tenantId_caseId_externalId: { tenantId, caseId, externalId } },
    select: { id: true, sealed: true, expectedOn: true },
  });
  if (known) {
    const first = openJson<DelayNoticeContent>(known.sealed, delayNoticeContext(tenantId, known.id));
    const isSame = first.reason === reason && known.expectedOn?.getTime() === day?.getTime();
    if (!isSame) throw conflict('errors:delay-notice-differs');
    return { delayNoticeId: known.id };
  }
  const id = newId();
  const at = happenedAt(message, now());
  await moveCaseInTx(tx, locked, 'tell-delay', {
    at,
    event: 'delay-told',
    refId: id,
    officer,
    fromOffice: true,
  });
  await tx.delayNotice.create({
    data: {
      tenantId,
      id,
      caseId,
      externalId,
      sealed: sealJson(content, delayNoticeContext(tenantId, id)),
      expectedOn: day,
      toldAt: at,
    },
    select: { id: true },
  });
  const { personId } = locked;
  await auditInTx(tx, actor, {
    action: 'cases.record-delay-notice',
    subjectPersonId: personId,
    objectType: 'case',
    objectId: caseId,
  });
  await emitInTx(tx, actor, { type: 'cases.delay-told', payload: { caseId, personId }, caseId });
  return { delayNoticeId: id };
}

export const recordDelayNotice = (actor: SystemActor, input: Input): Promise<{ delayNoticeId: string }> =>
  guarded(actor, 'cases.record-delay-notice', 'case', input.caseId, () =>
    write(actor, (tx) => recordDelayNoticeInTx(tx, actor, input)),
  );
