import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { sealJson } from '@/lib/platform/crypto';
import { rowsInTx, write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guarded, requireResidentMay, visibleBookings } from '../access';
import { type BookingContent, bookingContext } from '../domain/booking-seals';
import { forgetKeptContentOf } from './forget-kept-content-of';

/**
 * Keeps what she has typed for a time that she has not confirmed, for the next one that she chooses: a time that went
 * must not take it along. One at a time; gone when she has booked.
 */
export function keepBookingContent(
  actor: ResidentActor,
  { bookingId, content }: { bookingId: string; content: BookingContent },
): Promise<void> {
  return guarded(actor, 'appointments.keep-booking-content', 'booking', bookingId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'book');
      const where = { ...visibleBookings(actor), id: bookingId };
      const found = await tx.booking.findFirst({ where, select: { bookedAt: true } });
      if (!found) throw notFound();
      // Confirmed on another page meanwhile: what she told then stands.
      if (found.bookedAt) return;
      await rowsInTx(tx, forgetKeptContentOf(actor));
      await tx.booking.updateMany({
        where: { ...where, bookedAt: null },
        data: { sealed: sealJson(content, bookingContext(actor.tenantId, bookingId)) },
      });
      await auditInTx(tx, actor, {
        action: 'appointments.keep-booking-content',
        subjectPersonId: actor.personId,
        objectType: 'booking',
        objectId: bookingId,
      });
    }),
  );
}
