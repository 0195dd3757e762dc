import 'server-only';
import { addDays, dateInSweden, parseCalendarDate } from '@/lib/kernel/calendar-date';
import { isId } from '@/lib/kernel/ids';
import { wallInstant } from '@/lib/kernel/wall-time';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { invalid, notFound } from '@/lib/platform/errors';
import { enqueueInTx } from '@/lib/platform/jobs/enqueue';
import { requireAdminMay } from '../access';
import { closedWhomInTx } from './closed-whom-in-tx';

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
    const { tenantId, staffId } = actor;
    if (!isId(posted.exceptionId)) throw notFound();
    const whom = await closedWhomInTx(tx, tenantId, posted.whom);
    const day = parseCalendarDate(posted.day.trim());
    if (!whom || !day || day < dateInSweden(now())) {
      throw invalid({
        ...(!whom && { whom: 'hours:exceptions.whom-missing' }),
        ...((!day || day < dateInSweden(now())) && { day: 'hours:closing.day-wrong' }),
      });
    }
    const { count } = await tx.openingException.createMany({
      data: {
        ...whom,
        tenantId,
        id: posted.exceptionId,
        startsAt: new Date(wallInstant(day, 0)),
        endsAt: new Date(wallInstant(addDays(day, 1), 0)),
        movesBooked: true,
        staffId,
      },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await auditInTx(tx, actor, {
      action: 'appointments.close-day',
      objectType: 'opening-exception',
      objectId: posted.exceptionId,
    });
    const job = {
      task: 'move-closed',
      payload: { tenantId, exceptionId: posted.exceptionId },
      queue: `closing:${tenantId}`,
    };
    await enqueueInTx(tx, job);
    // Whoever was just taking a time there saw no closed day: she is found when her transaction must have ended.
    await enqueueInTx(tx, { ...job, runAt: new Date(now().getTime() + 60_000) });
  });
}
