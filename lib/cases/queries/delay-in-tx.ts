import 'server-only';
import { type CalendarDate, dateInSweden, fromDbDate } from '@/lib/kernel/calendar-date';
import { openJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { findRuleInTx } from '@/lib/tenants/api';
import type { CasePhase } from '../domain/case-lifecycle';
import { type DelayNoticeContent, delayNoticeContext } from '../domain/case-seals';
import { type DelayFacts, type DelayRequest, delayRequest, isMuchDelayed } from '../domain/delay';

/** The office's notice that it takes long, in the officer's words. */
export interface DelayNoticeView {
  id: string;
  toldAt: Date;
  reason: string;
  expectedOn: CalendarDate | null;
}

export interface DelayView {
  /** FL 12 §: whether she may ask that it be decided; null where the municipality has no rule */
  request: DelayRequest | null;
  /** FL 11 §: the municipality is to have told her why it takes so long */
  isMuchDelayed: boolean;
  /** when she asked that it be decided, which stands also when it is */
  requestedAt: Date | null;
  /** what it has told, newest first */
  notices: DelayNoticeView[];
}

interface OfCase {
  tenantId: string;
  id: string;
  phase: CasePhase;
  receivedAt: Date;
}

/** What decides whether she may ask for a decision. The caller has made sure that she may see the case. */
export async function delayRequestFactsInTx(
  tx: Tx,
  { tenantId, id: caseId, phase, receivedAt }: OfCase,
): Promise<DelayFacts> {
  const request = await tx.delayRequest.findUnique({
    where: { tenantId_caseId: { tenantId, caseId } },
    select: { answerBy: true },
  });
  const answers = await tx.decision.count({ where: { tenantId, caseId, matter: 'delay_request' } });
  return {
    phase,
    receivedOn: dateInSweden(receivedAt),
    request: request && { answerBy: fromDbDate(request.answerBy) },
    isAnswered: answers > 0,
  };
}

export async function delayRequestInTx(
  tx: Tx,
  theCase: OfCase,
  today: CalendarDate,
): Promise<DelayRequest | null> {
  const rule = await findRuleInTx(tx, theCase.tenantId, 'delay.request', today);
  return rule && delayRequest(await delayRequestFactsInTx(tx, theCase), rule, today);
}

/** @param usuallyDecidedOn when a decision would usually have come; null where that is not known */
export async function delayInTx(
  tx: Tx,
  theCase: OfCase,
  usuallyDecidedOn: CalendarDate | null,
  today: CalendarDate,
): Promise<DelayView> {
  const { tenantId, id: caseId, phase } = theCase;
  const asked = await tx.delayRequest.findUnique({
    where: { tenantId_caseId: { tenantId, caseId } },
    select: { requestedAt: true },
  });
  const notices = await delayNoticesInTx(tx, theCase);
  const rule = await findRuleInTx(tx, tenantId, 'delay.notice', today);
  return {
    request: await delayRequestInTx(tx, theCase, today),
    notices,
    requestedAt: asked?.requestedAt ?? null,
    isMuchDelayed:
      rule !== null &&
      isMuchDelayed({ phase, usuallyDecidedOn, told: notices[0] ?? null }, rule.weeksPastUsual, today),
  };
}

export async function delayNoticesInTx(
  tx: Tx,
  { tenantId, id: caseId }: { tenantId: string; id: string },
): Promise<DelayNoticeView[]> {
  const rows = await tx.delayNotice.findMany({
    where: { tenantId, caseId },
    orderBy: { toldAt: 'desc' },
    select: { id: true, toldAt: true, sealed: true, expectedOn: true },
  });
  return rows.map(({ id, toldAt, sealed, expectedOn }) => ({
    id,
    toldAt,
    expectedOn: expectedOn && fromDbDate(expectedOn),
    reason: openJson<DelayNoticeContent>(sealed, delayNoticeContext(tenantId, id)).reason,
  }));
}
