import 'server-only';
import { dateInSweden, fromDbDate } from '@/lib/kernel/calendar-date';
import { now } from '@/lib/platform/clock';
import type { Tx } from '@/lib/platform/db';
import { standsForBooking } from '../domain/words';

/** Whether a time that she was told of is still to come, and the same: moved since, that is told of instead. */
export const isMeetingAheadInTx = async (
  tx: Tx,
  tenantId: string,
  { bookingId, since }: { bookingId: string; since: Date },
): Promise<boolean> =>
  (await tx.booking.count({
    where: {
      tenantId,
      id: bookingId,
      state: 'booked',
      startsAt: { gt: now() },
      events: { none: { kind: { in: ['moved', 'moved_by_office'] }, at: { gt: since } } },
    },
  })) > 0;

/** Whether an earlier time that she was offered still waits for her answer. */
export const isEarlierOfferOpenInTx = async (tx: Tx, tenantId: string, bookingId: string): Promise<boolean> =>
  (await tx.booking.count({
    where: { tenantId, id: bookingId, state: 'offered', heldUntil: { gt: now() } },
  })) > 0;

/** Whether she is still asked to book: it stands, its type can be booked, its day has not passed, and she has no time by it. */
export async function isInvitationOpenInTx(tx: Tx, tenantId: string, invitationId: string): Promise<boolean> {
  const invitation = await tx.appointmentInvitation.findFirst({
    where: {
      tenantId,
      id: invitationId,
      isWithdrawn: false,
      type: { isOpen: true },
      bookings: { none: { state: { in: [...standsForBooking] } } },
    },
    select: { bookBy: true },
  });
  return invitation !== null && fromDbDate(invitation.bookBy) >= dateInSweden(now());
}

/** When the meeting of a booking begins; null where she has it no more. */
export const beginOfMeetingInTx = async (tx: Tx, tenantId: string, bookingId: string): Promise<Date | null> =>
  (
    await tx.booking.findFirst({
      where: { tenantId, id: bookingId, state: 'booked' },
      select: { startsAt: true },
    })
  )?.startsAt ?? null;
