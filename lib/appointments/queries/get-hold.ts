import 'server-only';
import { titleIn } from '@/lib/cases/domain/title';
import type { Said } from '@/lib/kernel/said';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { openJson } from '@/lib/platform/crypto';
import { read, type Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import type { Language } from '@/lib/platform/i18n';
import { guarded, requireResidentMay, visibleBookings } from '../access';
import { type BookingContent, bookingContext } from '../domain/booking-seals';
import { mayChange } from '../domain/limits';
import { type BookingView, getBookingInTx } from './get-booking';

export interface HoldView extends BookingView {
  /** what she has told already: for this time, the one that it moves, or one that went before she had confirmed it */
  typed: BookingContent | null;
  /** whether it can be made hers: also past its minutes, while nobody else has taken it */
  isOpen: boolean;
  /** when the one is that it would be moved from */
  movesFrom: Date | null;
  /** a time that she has at the same hours, so that she can't have this one; and whether what she has then can be moved */
  clash: { id: string; startsAt: Date; mayMove: boolean } | null;
  /** what she has chosen since, where this one was given up for it */
  newer: { id: string; startsAt: Date; name: Said; isSameKind: boolean } | null;
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
      const isOpen = found.state === 'held' || found.state === 'offered';
      return {
        ...booking,
        isOpen,
        clash: isOpen ? await clashInTx(tx, actor, booking) : null,
        newer: isOpen ? null : await newerInTx(tx, actor, booking, lang),
        movesFrom: moves?.startsAt ?? null,
        typed: booking.content ?? (await keptInTx(tx, actor)) ?? (moves && contentOf(actor, moves)),
      };
    }),
  );
}

async function clashInTx(
  tx: Tx,
  actor: Actor,
  { startsAt, endsAt, movesId }: BookingView,
): Promise<HoldView['clash']> {
  const found = await tx.booking.findMany({
    where: {
      ...visibleBookings(actor),
      state: 'booked',
      startsAt: { lt: endsAt },
      endsAt: { gt: startsAt },
      ...(movesId && { id: { not: movesId } }),
    },
    orderBy: { startsAt: 'asc' },
    select: {
      id: true,
      startsAt: true,
      changeMinutes: true,
      meeting: { select: { type: { select: { changeMinutes: true } } } },
    },
  });
  const [first] = found;
  const mayMove = found.every(({ meeting, ...one }) =>
    mayChange({ ...one, ...meeting }, one.startsAt, now()),
  );
  return first ? { id: first.id, startsAt: first.startsAt, mayMove } : null;
}

/** She holds one at a time. */
async function newerInTx(
  tx: Tx,
  actor: Actor,
  { type }: BookingView,
  lang: Language,
): Promise<HoldView['newer']> {
  const found = await tx.booking.findFirst({
    where: { ...visibleBookings(actor), state: 'held', heldUntil: { gt: now() } },
    select: {
      id: true,
      startsAt: true,
      meeting: { select: { type: { select: { slug: true, name: true } } } },
    },
  });
  if (!found) return null;
  const { slug, name } = found.meeting.type;
  return {
    id: found.id,
    startsAt: found.startsAt,
    name: titleIn(name, lang),
    isSameKind: slug === type.slug,
  };
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
