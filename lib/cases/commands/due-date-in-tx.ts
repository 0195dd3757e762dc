import 'server-only';
import { type CalendarDate, toDbDate } from '@/lib/kernel/calendar-date';
import type { Tx } from '@/lib/platform/db';
import type { AskedThing } from '../queries/asked-in-tx';

/**
 * Gives her a later day. One that is no later than the day she has been told is no news: it was told again, or late, and
 * a day once given is not taken back. Her draft is not touched, so neither is its version.
 * @returns the day that stands
 */
export async function moveDueDateInTx(
  tx: Tx,
  tenantId: string,
  thing: AskedThing,
  { from, to }: { from: CalendarDate; to: CalendarDate },
): Promise<CalendarDate> {
  if (to <= from) return from;
  const data = { dueOn: toDbDate(to) };
  if ('supplementId' in thing)
    await tx.supplement.updateMany({ where: { tenantId, id: thing.supplementId }, data });
  else await tx.commentRound.updateMany({ where: { tenantId, id: thing.roundId }, data });
  return to;
}

/** Whoever is given the day that she has asked for, or a later one, without being answered, has had her answer. */
export const answerByGivingInTx = (
  tx: Tx,
  tenantId: string,
  thing: AskedThing,
  { dueOn, at }: { dueOn: CalendarDate; at: Date },
): Promise<unknown> =>
  tx.moreTimeRequest.updateMany({
    where: { tenantId, ...thing, outcome: null, wishedOn: { lte: toDbDate(dueOn) } },
    data: { outcome: 'granted', dueOn: toDbDate(dueOn), answeredAt: at },
  });
