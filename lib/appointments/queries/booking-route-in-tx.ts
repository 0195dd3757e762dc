import 'server-only';
import type { Tx } from '@/lib/platform/db';

/** Where what becomes of a booking is delivered. */
export interface BookingRoute {
  /** that published its time, or has its case; else the one that it was given to, or that its type names (decision 0154) */
  systemId: string | null;
  caseId: string | null;
  /** the system that its type names, and it has not been given to */
  isNew: boolean;
}

/** Null where there is no such booking. */
export async function findBookingRouteInTx(
  tx: Tx,
  tenantId: string,
  bookingId: string,
): Promise<BookingRoute | null> {
  const found = await tx.booking.findUnique({
    where: { tenantId_id: { tenantId, id: bookingId } },
    select: {
      caseId: true,
      receiverSystemId: true,
      meeting: { select: { systemId: true, type: { select: { receiverSystemId: true } } } },
      case: { select: { systemId: true } },
    },
  });
  if (!found) return null;
  const { caseId, meeting } = found;
  const known = meeting.systemId ?? found.case?.systemId ?? found.receiverSystemId;
  const systemId = known ?? meeting.type.receiverSystemId;
  return { systemId, caseId, isNew: known === null && systemId !== null };
}

/** The booking that an event in its story is of; null where there is none such. */
export async function findBookingOfEventInTx(
  tx: Tx,
  tenantId: string,
  bookingEventId: string,
): Promise<{ bookingId: string; kind: string } | null> {
  return tx.bookingEvent.findUnique({
    where: { tenantId_id: { tenantId, id: bookingEventId } },
    select: { bookingId: true, kind: true },
  });
}
