import 'server-only';
import { type CalendarDate, fromDbDate } from '@/lib/kernel/calendar-date';
import { openJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { findRuleInTx } from '@/lib/tenants/api';
import { type MoreTimeReason, moreTimeContext } from '../domain/case-seals';
import { type MoreTime, type MoreTimeFacts, type MoreTimeOutcome, moreTime } from '../domain/more-time';
import { answerBy } from '../domain/supplement';
import type { AskedThing } from './asked-in-tx';

/** What she has asked, and what was answered. */
export interface MoreTimeRequestView {
  id: string;
  /** what it is about: one of the two */
  supplementId: string | null;
  roundId: string | null;
  sentAt: Date;
  wishedOn: CalendarDate;
  /** hers */
  reason: string;
  /** by the office */
  receivedAt: Date | null;
  /** null while nobody has answered */
  outcome: MoreTimeOutcome | null;
  /** where it was granted: until when she is in time */
  dueOn: CalendarDate | null;
  /** where it was not: why, in the officer's words */
  refusal: string | null;
  answeredAt: Date | null;
}

/** Of a case, or of one thing in it; newest first. The caller has made sure that it may be seen. */
export async function moreTimeRequestsInTx(
  tx: Tx,
  tenantId: string,
  of: { caseId: string } | AskedThing,
): Promise<MoreTimeRequestView[]> {
  const rows = await tx.moreTimeRequest.findMany({
    where: { tenantId, ...of },
    orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map(({ id, sealed, answerSealed, wishedOn, dueOn, ...row }) => ({
    id,
    supplementId: row.supplementId,
    roundId: row.roundId,
    sentAt: row.sentAt,
    wishedOn: fromDbDate(wishedOn),
    reason: openJson<MoreTimeReason>(sealed, moreTimeContext('request', tenantId, id)).reason,
    receivedAt: row.receivedAt,
    outcome: row.outcome,
    dueOn: dueOn && answerBy(fromDbDate(dueOn)),
    refusal:
      answerSealed && openJson<MoreTimeReason>(answerSealed, moreTimeContext('answer', tenantId, id)).reason,
    answeredAt: row.answeredAt,
  }));
}

/** What a page about what is asked of her shows of it. */
export interface MoreTimeView {
  offer: MoreTime;
  requests: MoreTimeRequestView[];
}

export async function moreTimeInTx(
  tx: Tx,
  tenantId: string,
  thing: AskedThing,
  facts: Omit<MoreTimeFacts, 'asked'>,
  today: CalendarDate,
): Promise<MoreTimeView> {
  const requests = await moreTimeRequestsInTx(tx, tenantId, thing);
  const rule = await findRuleInTx(tx, tenantId, 'more-time.request', today);
  return { requests, offer: moreTime({ ...facts, asked: requests }, rule, today) };
}
