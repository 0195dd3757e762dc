import 'server-only';
import { type CalendarDate, fromDbDate } from '@/lib/kernel/calendar-date';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { openJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { requireSystemMay, visibleMoreTimeRequests } from '../access';
import { type MoreTimeReason, moreTimeContext } from '../domain/case-seals';
import { askedInTx, thingOf } from './asked-in-tx';

/** Her request for more time, as it goes to the office. */
export interface MoreTimeForSystem {
  id: string;
  about: 'supplement-request' | 'comment-round';
  /** the office's id of what it is about */
  externalId: string;
  sentAt: Date;
  /** the office's own day, as it stands */
  dueOn: CalendarDate;
  wishedOn: CalendarDate;
  reason: string;
}

/** Audited: she can see that the office has read it. */
export async function getMoreTimeForSystemInTx(
  tx: Tx,
  actor: SystemActor,
  moreTimeId: string,
): Promise<MoreTimeForSystem> {
  requireSystemMay(actor, 'read-more-time');
  const found = await tx.moreTimeRequest.findFirst({
    where: { ...visibleMoreTimeRequests(actor), id: moreTimeId },
    include: { case: { select: { personId: true } } },
  });
  if (!found) throw notFound();
  const { id, sentAt } = found;
  const { externalId, dueOn } = await askedInTx(tx, actor, thingOf(found));
  await auditInTx(tx, actor, {
    action: 'cases.get-more-time-for-system',
    subjectPersonId: found.case.personId,
    objectType: 'case',
    objectId: found.caseId,
  });
  const context = moreTimeContext('request', actor.tenantId, id);
  return {
    id,
    about: found.supplementId === null ? 'comment-round' : 'supplement-request',
    externalId,
    sentAt,
    dueOn,
    wishedOn: fromDbDate(found.wishedOn),
    reason: openJson<MoreTimeReason>(found.sealed, context).reason,
  };
}
