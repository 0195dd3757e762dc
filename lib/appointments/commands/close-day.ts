import 'server-only';
import { addDays, dateInSweden, parseSaneDate } from '@/lib/kernel/calendar-date';
import { isId } from '@/lib/kernel/ids';
import { wallInstant } from '@/lib/kernel/wall-time';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { invalid, notFound } from '@/lib/platform/errors';
import { requireAdminMay } from '../access';
import { closedWhomInTx } from '../queries/closed-whom-in-tx';
import { closeSpanInTx } from './close-booked-in-tx';

/**
 * A day is closed for an officer, a place, a room or all, and everybody who is booked then gets another time: from now on
 * nobody can book it, and the worker moves those who have, one at a time (`moveClosed`). The id is the form's.
 * @throws Invalid, field by field
 */
export function closeDay(
  actor: Actor,
  posted: { exceptionId: string; whom: string; day: string },
): Promise<void> {
  return write(actor, async (tx) => {
    requireAdminMay(actor, 'keep');
    const { tenantId } = actor;
    if (!isId(posted.exceptionId)) throw notFound();
    const whom = await closedWhomInTx(tx, tenantId, posted.whom);
    const day = parseSaneDate(posted.day);
    if (!whom || !day || day < dateInSweden(now())) {
      throw invalid({
        ...(!whom && { whom: 'hours:exceptions.whom-missing' }),
        ...((!day || day < dateInSweden(now())) && { day: 'hours:closing.day-wrong' }),
      });
    }
    const span = {
      startsAt: new Date(wallInstant(day, 0)),
      endsAt: new Date(wallInstant(addDays(day, 1), 0)),
    };
    if (!(await closeSpanInTx(tx, actor, { exceptionId: posted.exceptionId, whom, ...span }))) return;
    await auditInTx(tx, actor, {
      action: 'appointments.close-day',
      objectType: 'opening-exception',
      objectId: posted.exceptionId,
    });
  });
}
