import 'server-only';
import type { Tx } from '@/lib/platform/db';
import { standsForBooking } from '../domain/words';

/** Invitations to a type that stand, and that nobody has booked by. */
export const invitedTo = (tenantId: string, typeId: string) => ({
  tenantId,
  typeId,
  isWithdrawn: false,
  bookings: { none: { state: { in: [...standsForBooking] } } },
});

/** How many they are. */
export const invitedInTx = (tx: Tx, tenantId: string, typeId: string): Promise<number> =>
  tx.appointmentInvitation.count({ where: invitedTo(tenantId, typeId) });
