import 'server-only';
import type { Tx } from '@/lib/platform/db';

/** Where what becomes of a booking is delivered: to the system that published its time, or that has its case. */
export interface BookingRoute {
  systemId: string | null;
  caseId: string | null;
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
      meeting: { select: { systemId: true } },
      case: { select: { systemId: true } },
    },
  });
  return found && { systemId: found.meeting.systemId ?? found.case?.systemId ?? null, caseId: found.caseId };
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
