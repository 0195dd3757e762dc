import 'server-only';
import { beginOfMeetingInTx } from '@/lib/appointments/api';
import type { Tx } from '@/lib/platform/db';
import { type EventIds, tellingOf } from '../domain/notice-table';

/** After what moment it is of no use to tell of events: the first of them all; null where there is none. */
export async function lastMomentInTx(
  tx: Tx,
  tenantId: string,
  eventIds: readonly string[],
): Promise<Date | null> {
  const events = await tx.domainEvent.findMany({
    where: { tenantId, id: { in: [...eventIds] } },
    select: { type: true, payload: true },
  });
  let first: Date | null = null;
  for (const { type, payload } of events) {
    const { bookingId } = payload as EventIds;
    if (!tellingOf(type)?.isBeforeMeeting || bookingId === undefined) continue;
    const last = await beginOfMeetingInTx(tx, tenantId, bookingId);
    if (last && (!first || last < first)) first = last;
  }
  return first;
}

/** The same of all that is gathered to a message. */
export async function lastMomentOfDeliveryInTx(
  tx: Tx,
  { tenantId, deliveryId }: { tenantId: string; deliveryId: string },
): Promise<Date | null> {
  // Of other kinds nothing has such a moment.
  const waiting = await tx.notice.findMany({
    where: { tenantId, deliveryId, state: 'waiting', kind: 'meeting' },
    select: { eventId: true },
  });
  return waiting.length === 0
    ? null
    : lastMomentInTx(
        tx,
        tenantId,
        waiting.map(({ eventId }) => eventId),
      );
}
