import 'server-only';
import { addDays, dateInSweden, parseSaneDate } from '@/lib/kernel/calendar-date';
import { isId } from '@/lib/kernel/ids';
import { wallInstant } from '@/lib/kernel/wall-time';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { invalid, notFound } from '@/lib/platform/errors';
import { requireAdminMay } from '../access';
import { type Closing, closedBookingsInTx } from '../queries/closed-bookings-in-tx';
import { closedWhomInTx } from '../queries/closed-whom-in-tx';
import { endHoldInTx } from './end-hold-in-tx';
import { lockMeetingsInTx } from './lock-meetings-in-tx';

/**
 * Nobody new can book on those days, both included: of an officer, a place, a room or all. Who has booked keeps her time
 * (`closeDay` is for when she can't); what is only held or offered comes to nothing.
 * @throws Invalid, field by field
 */
export function putException(
  actor: Actor,
  posted: { exceptionId: string; whom: string; from: string; to: string },
): Promise<void> {
  return write(actor, async (tx) => {
    requireAdminMay(actor, 'keep');
    const { tenantId, staffId } = actor;
    if (!isId(posted.exceptionId)) throw notFound();
    const whom = await closedWhomInTx(tx, tenantId, posted.whom);
    const from = parseSaneDate(posted.from);
    const to = posted.to.trim() ? parseSaneDate(posted.to) : from;
    const problems = {
      ...(!whom && { whom: 'hours:exceptions.whom-missing' }),
      ...(!from && { from: 'hours:opening.date-wrong' }),
      ...((!to || (from && to < from)) && { to: 'hours:opening.until-wrong' }),
      // Last year's Christmas, by a slip, would close nothing and be said to be closed.
      ...(from &&
        to &&
        from <= to &&
        to < dateInSweden(now()) && {
          [posted.to.trim() ? 'to' : 'from']: 'hours:opening.past',
        }),
    };
    if (!whom || !from || !to || Object.keys(problems).length > 0) throw invalid(problems);
    const startsAt = new Date(wallInstant(from, 0));
    const endsAt = new Date(wallInstant(addDays(to, 1), 0));
    const { count } = await tx.openingException.createMany({
      data: { ...whom, tenantId, id: posted.exceptionId, startsAt, endsAt, staffId },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await endHoldsInTx(tx, tenantId, {
      officerId: null,
      placeId: null,
      roomId: null,
      ...whom,
      startsAt,
      endsAt,
    });
    await auditInTx(tx, actor, {
      action: 'appointments.put-exception',
      objectType: 'opening-exception',
      objectId: posted.exceptionId,
    });
  });
}

async function endHoldsInTx(tx: Tx, tenantId: string, closing: Closing): Promise<void> {
  const at = now();
  const held = await closedBookingsInTx(tx, tenantId, closing, { now: at, states: ['held', 'offered'] });
  // All at once, in the order that everybody takes them. Whoever is just confirming is waited for, and keeps her time.
  await lockMeetingsInTx(
    tx,
    tenantId,
    held.map(({ meetingId }) => meetingId),
  );
  for (const { id, meetingId } of held) await endHoldInTx(tx, { tenantId, bookingId: id, meetingId, at });
}
