import 'server-only';
import { isId, newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { invalid, notFound } from '@/lib/platform/errors';
import { requireAdminMay } from '../access';
import { type ClosedBooking, type Closing, closedBookingsInTx } from '../queries/closed-bookings-in-tx';
import { type ClosedSpan, type PostedClosed, readClosedInTx } from '../queries/read-closed-in-tx';
import { endHoldInTx } from './end-hold-in-tx';
import { lockMeetingsInTx } from './lock-meetings-in-tx';

/**
 * Nobody new can book on those days, both included, or in a part of each: of an officer, a place, a room or all. Who has
 * booked keeps her time (`closeDay` is for when she can't); what is only held or offered comes to nothing.
 * @throws Invalid, field by field
 */
export function putException(actor: Actor, posted: PostedClosed & { exceptionId: string }): Promise<void> {
  return write(actor, async (tx) => {
    requireAdminMay(actor, 'keep');
    const { tenantId, staffId } = actor;
    if (!isId(posted.exceptionId)) throw notFound();
    const { closed, problems } = await readClosedInTx(tx, tenantId, posted, now());
    if (!closed) throw invalid(problems);
    const { whom, spans } = closed;
    const row = (id: string, span: ClosedSpan) => ({ ...whom, ...span, tenantId, id, staffId });
    // The form's id is the first day's: twice is once, with all its days.
    const [first, ...more] = spans;
    const { count } = await tx.openingException.createMany({
      data: row(posted.exceptionId, first),
      skipDuplicates: true,
    });
    if (count === 0) return;
    await tx.openingException.createMany({ data: more.map((span) => row(newId(), span)) });
    const nobody = { officerId: null, placeId: null, roomId: null };
    await endHoldsInTx(
      tx,
      tenantId,
      spans.map((span) => ({ ...nobody, ...whom, ...span })),
    );
    await auditInTx(tx, actor, {
      action: 'appointments.put-exception',
      objectType: 'opening-exception',
      objectId: posted.exceptionId,
    });
  });
}

async function endHoldsInTx(tx: Tx, tenantId: string, closings: readonly Closing[]): Promise<void> {
  const at = now();
  const held: ClosedBooking[] = [];
  for (const closing of closings)
    held.push(...(await closedBookingsInTx(tx, tenantId, closing, { now: at, states: ['held', 'offered'] })));
  // All at once, in the order that everybody takes them. Whoever is just confirming is waited for, and keeps her time.
  await lockMeetingsInTx(
    tx,
    tenantId,
    held.map(({ meetingId }) => meetingId),
  );
  for (const { id, meetingId } of held) await endHoldInTx(tx, { tenantId, bookingId: id, meetingId, at });
}
