import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { openJson } from '@/lib/platform/crypto';
import { read, type Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import type { Language } from '@/lib/platform/i18n';
import { guarded, requireResidentMay, visibleBookings } from '../access';
import { type BookingContent, bookingContext } from '../domain/booking-seals';
import { type BookingView, getBookingInTx } from './get-booking';

export interface HoldView extends BookingView {
  /** what she has told already: for this time, the one that it moves, or one that went before she had confirmed it */
  typed: BookingContent | null;
  /** whether it can be made hers: also past its minutes, while nobody else has taken it */
  isOpen: boolean;
  /** when the one is that it would be moved from */
  movesFrom: Date | null;
}

/** A time that she holds, or is offered, with what she need not type again. */
export function getHold(actor: Actor, bookingId: string, lang: Language): Promise<HoldView> {
  return guarded(actor, 'appointments.get-hold', 'booking', bookingId, () =>
    read(actor, async (tx) => {
      requireResidentMay(actor, 'book');
      const booking = await getBookingInTx(tx, actor, bookingId, lang);
      const found = await tx.booking.findFirst({
        where: { ...visibleBookings(actor), id: bookingId },
        select: {
          state: true,
          moves: { select: { id: true, sealed: true, startsAt: true } },
        },
      });
      if (!found) throw notFound();
      const { moves } = found;
      return {
        ...booking,
        isOpen: found.state === 'held' || found.state === 'offered',
        movesFrom: moves?.startsAt ?? null,
        typed: booking.content ?? (await keptInTx(tx, actor)) ?? (moves && contentOf(actor, moves)),
      };
    }),
  );
}

const contentOf = (
  { tenantId }: { tenantId: string },
  { id, sealed }: { id: string; sealed: Uint8Array | null },
): BookingContent | null => sealed && openJson<BookingContent>(sealed, bookingContext(tenantId, id));

/** What she typed for a time that never became hers: there is one at the most. */
async function keptInTx(tx: Tx, actor: Actor): Promise<BookingContent | null> {
  const found = await tx.booking.findFirst({
    where: { ...visibleBookings(actor), bookedAt: null, sealed: { not: null } },
    select: { id: true, sealed: true },
  });
  return found && contentOf(actor, found);
}
