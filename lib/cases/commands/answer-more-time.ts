import 'server-only';
import { type CalendarDate, fromDbDate, toDbDate } from '@/lib/kernel/calendar-date';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { openJson, sealJson } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { conflict, notFound, notNow } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { guarded, requireSystemMay, visibleMoreTimeRequests } from '../access';
import { type MoreTimeReason, moreTimeContext } from '../domain/case-seals';
import type { MoreTimeOutcome } from '../domain/more-time';
import { happenedAt, type MoreTimeAnswerMessage } from '../domain/office-messages';
import { askedInTx, thingOf } from '../queries/asked-in-tx';
import { lockCaseInTx, noteInCaseInTx } from './case-in-tx';
import { moveDueDateInTx } from './due-date-in-tx';

export type MoreTimeAnswer = MoreTimeAnswerMessage & { caseId: string; moreTimeId: string };

/**
 * The office gives her the later day she asked for, or another, or says why not. The same answer again is the same;
 * another one is refused, since she may have read the first. What she has answered meanwhile needs no later day.
 * @returns the day that stands
 */
export async function answerMoreTimeInTx(
  tx: Tx,
  actor: SystemActor,
  { caseId, moreTimeId: id, ...message }: MoreTimeAnswer,
): Promise<{ outcome: MoreTimeOutcome; dueOn: CalendarDate }> {
  requireSystemMay(actor, 'answer-more-time');
  const { tenantId } = actor;
  const locked = await lockCaseInTx(tx, actor, caseId);
  const row = await tx.moreTimeRequest.findFirst({
    where: { ...visibleMoreTimeRequests(actor), id, caseId },
  });
  if (!row) throw notFound();
  const thing = thingOf(row);
  const asked = await askedInTx(tx, actor, thing);
  if (row.outcome !== null) {
    if (!isSameAnswer(row, message)) throw conflict('errors:more-time-differs');
    return { outcome: row.outcome, dueOn: asked.dueOn };
  }
  if (!asked.isOpen) throw notNow('errors:more-time-over');
  const at = happenedAt(message, now());
  const { outcome } = message;
  let { dueOn } = asked;
  let refusal: MoreTimeReason | null = null;
  if (message.outcome === 'granted')
    dueOn = await moveDueDateInTx(tx, tenantId, thing, { from: dueOn, to: message.dueOn });
  else refusal = { reason: message.reason };
  await tx.moreTimeRequest.update({
    where: { tenantId_id: { tenantId, id }, outcome: null },
    data: {
      outcome,
      answeredAt: at,
      ...(refusal
        ? { answerSealed: sealJson(refusal, moreTimeContext('answer', tenantId, id)) }
        : { dueOn: toDbDate(dueOn) }),
    },
    select: { id: true },
  });
  const { officer } = message;
  await noteInCaseInTx(tx, locked, {
    at,
    event: `more-time-${outcome}`,
    refId: id,
    officer,
    fromOffice: true,
  });
  await auditInTx(tx, actor, {
    action: 'cases.answer-more-time',
    subjectPersonId: locked.personId,
    objectType: 'case',
    objectId: caseId,
  });
  await emitInTx(tx, actor, {
    type: 'cases.more-time-answered',
    payload: { caseId, personId: locked.personId, ...thing },
    caseId,
  });
  return { outcome, dueOn };
}

/** A day once given is not taken back, so that an earlier one told later says nothing else. */
function isSameAnswer(
  row: {
    tenantId: string;
    id: string;
    outcome: MoreTimeOutcome | null;
    dueOn: Date | null;
    answerSealed: Uint8Array<ArrayBuffer> | null;
  },
  message: MoreTimeAnswerMessage,
): boolean {
  if (row.outcome !== message.outcome) return false;
  if (message.outcome === 'granted') return row.dueOn !== null && message.dueOn <= fromDbDate(row.dueOn);
  const context = moreTimeContext('answer', row.tenantId, row.id);
  return (
    row.answerSealed !== null && openJson<MoreTimeReason>(row.answerSealed, context).reason === message.reason
  );
}

export const answerMoreTime = (
  actor: SystemActor,
  input: MoreTimeAnswer,
): Promise<{ outcome: MoreTimeOutcome; dueOn: CalendarDate }> =>
  guarded(actor, 'cases.answer-more-time', 'case', input.caseId, () =>
    write(actor, (tx) => answerMoreTimeInTx(tx, actor, input)),
  );
