import 'server-only';
import { type CalendarDate, fromDbDate } from '@/lib/kernel/calendar-date';
import type { Actor } from '@/lib/platform/actor';
import { openJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { visibleCommentRounds, visibleSupplements } from '../access';
import { type SupplementRequest, supplementContext } from '../domain/case-seals';
import { takesSupplements } from '../domain/status';
import { statusOfCase } from './status-of-case';

/** What is asked of her by a day: something more, or her comments. */
export type AskedThing = { supplementId: string } | { roundId: string };

export interface Asked {
  caseId: string;
  /** the office's id of it */
  externalId: string;
  /** the office's own day */
  dueOn: CalendarDate;
  /** an office waits for her answer: not what the portal itself asks for, which no office has given a day for */
  isOpen: boolean;
}

/** As a row names it: one of the two. */
export const thingOf = (row: { supplementId: string | null; roundId: string | null }): AskedThing => {
  if (row.supplementId !== null) return { supplementId: row.supplementId };
  if (row.roundId !== null) return { roundId: row.roundId };
  throw new Error('More time for nothing');
};

/** NotFound where the actor may not see it. */
export async function askedInTx(tx: Tx, actor: Actor, thing: AskedThing): Promise<Asked> {
  if ('roundId' in thing) {
    const round = await tx.commentRound.findFirst({
      where: { ...visibleCommentRounds(actor), id: thing.roundId },
      select: { caseId: true, externalId: true, dueOn: true, status: true },
    });
    if (!round) throw notFound();
    const { status, dueOn, ...ids } = round;
    return { ...ids, dueOn: fromDbDate(dueOn), isOpen: status === 'open' };
  }
  const supplement = await tx.supplement.findFirst({
    where: { ...visibleSupplements(actor), id: thing.supplementId },
    select: {
      id: true,
      caseId: true,
      externalId: true,
      dueOn: true,
      status: true,
      requestSealed: true,
      case: { select: statusOfCase },
    },
  });
  if (!supplement) throw notFound();
  const { id, status, dueOn, requestSealed, case: of, ...ids } = supplement;
  const context = supplementContext('request', actor.tenantId, id);
  const { replaces } = openJson<SupplementRequest>(requestSealed, context);
  const isTaken = takesSupplements(of.officeStatus?.status ?? null, of.phase);
  const isOpen = status === 'asked' && replaces === undefined && isTaken;
  return { ...ids, dueOn: fromDbDate(dueOn), isOpen };
}
