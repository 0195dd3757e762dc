import 'server-only';
import { dateInSweden, toDbDate } from '@/lib/kernel/calendar-date';
import { now } from '@/lib/platform/clock';
import type { Tx } from '@/lib/platform/db';
import { readFrom } from '../domain/invitation';
import { standsForBooking } from '../domain/words';

/** Invitations to a type that stand, that nobody has booked by, and whose pages would say that it has closed (`readFrom`). */
export const invitedTo = (tenantId: string, typeId: string) => ({
  tenantId,
  typeId,
  isWithdrawn: false,
  bookBy: { gte: toDbDate(readFrom(dateInSweden(now()))) },
  bookings: { none: { state: { in: [...standsForBooking] } } },
});

/** How many they are. */
export const invitedInTx = (tx: Tx, tenantId: string, typeId: string): Promise<number> =>
  tx.appointmentInvitation.count({ where: invitedTo(tenantId, typeId) });
