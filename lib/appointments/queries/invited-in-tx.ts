import 'server-only';
import type { Tx } from '@/lib/platform/db';
import { standsForBooking } from '../domain/words';

/** How many invitations to a type stand that nobody has booked by. */
export const invitedInTx = (tx: Tx, tenantId: string, typeId: string): Promise<number> =>
  tx.appointmentInvitation.count({
    where: {
      tenantId,
      typeId,
      isWithdrawn: false,
      bookings: { none: { state: { in: [...standsForBooking] } } },
    },
  });
