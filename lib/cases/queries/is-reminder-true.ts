import 'server-only';
import type { Tx } from '@/lib/platform/db';
import { takesSupplements } from '../domain/status';
import { statusOfCase } from './status-of-case';

/** What she is to do by a day: one of the three, as a reminder names it. */
interface ToBeDone {
  supplementId: string | null;
  roundId: string | null;
  /** appealed in a draft that she has begun */
  decisionId: string | null;
  dueOn: Date;
}

/**
 * Whether it is hers to do, and by that day: not answered, sent or taken back, nor given a later day or waiting for the
 * answer to that, and the office takes it.
 */
export async function isStillToBeDoneInTx(
  tx: Tx,
  tenantId: string,
  { supplementId, roundId, decisionId, dueOn }: ToBeDone,
): Promise<boolean> {
  const asked = { tenantId, dueOn, moreTime: { none: { outcome: null } } };
  if (supplementId) {
    const found = await tx.supplement.findFirst({
      where: { ...asked, id: supplementId, status: 'asked' },
      select: { case: { select: statusOfCase } },
    });
    return found !== null && takesSupplements(found.case.officeStatus?.status ?? null, found.case.phase);
  }
  if (roundId) return (await tx.commentRound.count({ where: { ...asked, id: roundId, status: 'open' } })) > 0;
  if (!decisionId) return false;
  const ofDecision = { tenantId, decisionId };
  const begun = { ...ofDecision, sentAt: null, decision: { appealLastOn: dueOn } };
  return (
    (await tx.appeal.count({ where: begun })) > 0 &&
    (await tx.appeal.count({ where: { ...ofDecision, sentAt: { not: null } } })) === 0
  );
}

/** Whether what a reminder reminds of still is so: asked just before it is sent. */
export async function isReminderTrueInTx(tx: Tx, tenantId: string, reminderId: string): Promise<boolean> {
  const reminder = await tx.dueReminder.findUnique({ where: { tenantId_id: { tenantId, id: reminderId } } });
  return reminder !== null && isStillToBeDoneInTx(tx, tenantId, reminder);
}
