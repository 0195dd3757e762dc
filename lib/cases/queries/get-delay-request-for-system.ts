import 'server-only';
import { type CalendarDate, dateInSweden, fromDbDate } from '@/lib/kernel/calendar-date';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { openJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { requireSystemMay, visibleDelayRequests } from '../access';
import { type DelayRequestContent, delayRequestContext } from '../domain/case-seals';

/** Her request that the case be decided (FL 12 §), as it goes to the office. */
export interface DelayRequestForSystem {
  requestedAt: Date;
  requestedOn: CalendarDate;
  reasons: string;
  /** by then the office must have decided the case, or refused the request in a decision of its own */
  answerBy: CalendarDate;
}

/** Audited: she can see that the office has read it. */
export async function getDelayRequestForSystemInTx(
  tx: Tx,
  actor: SystemActor,
  delayRequestId: string,
): Promise<DelayRequestForSystem> {
  requireSystemMay(actor, 'read-delay-request');
  const found = await tx.delayRequest.findFirst({
    where: { ...visibleDelayRequests(actor), id: delayRequestId },
    include: { case: { select: { personId: true } } },
  });
  if (!found) throw notFound();
  await auditInTx(tx, actor, {
    action: 'cases.get-delay-request-for-system',
    subjectPersonId: found.case.personId,
    objectType: 'case',
    objectId: found.caseId,
  });
  const context = delayRequestContext(actor.tenantId, found.id);
  return {
    requestedAt: found.requestedAt,
    requestedOn: dateInSweden(found.requestedAt),
    reasons: openJson<DelayRequestContent>(found.sealed, context).reasons,
    answerBy: fromDbDate(found.answerBy),
  };
}
