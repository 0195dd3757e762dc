import 'server-only';
import { type CalendarDate, dateInSweden, fromDbDate } from '@/lib/kernel/calendar-date';
import { now } from '@/lib/platform/clock';
import type { Tx } from '@/lib/platform/db';
import { tellBefore } from '../domain/earlier-time';
import { type InvitationStanding, invitationStanding } from '../domain/invitation';
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

/** By when she must be told of an earlier time that she is offered, to have time to answer; null where the offer is over. */
export async function tellOfOfferBeforeInTx(
  tx: Tx,
  tenantId: string,
  bookingId: string,
): Promise<Date | null> {
  const offer = await tx.booking.findFirst({
    where: { tenantId, id: bookingId, state: 'offered' },
    select: { heldUntil: true, meeting: { select: { type: { select: { earlierMinutes: true } } } } },
  });
  return offer?.heldUntil ? tellBefore(offer.meeting.type, offer.heldUntil) : null;
}

/** Whether she is still asked to book: it stands, its type can be booked, its day has not passed, and she has no time by it. */
export async function isInvitationOpenInTx(tx: Tx, tenantId: string, invitationId: string): Promise<boolean> {
  const found = await unbookedInTx(tx, tenantId, invitationId);
  return found?.standing === 'asked' && found.bookBy >= dateInSweden(now());
}

/** Whether what she was asked to book still can't be booked, and her pages say so. */
export async function isInvitationEndedInTx(
  tx: Tx,
  tenantId: string,
  invitationId: string,
): Promise<boolean> {
  const found = await unbookedInTx(tx, tenantId, invitationId);
  return found?.standing === 'withdrawn' || found?.standing === 'closed';
}

async function unbookedInTx(
  tx: Tx,
  tenantId: string,
  id: string,
): Promise<{ standing: InvitationStanding; bookBy: CalendarDate } | null> {
  const found = await tx.appointmentInvitation.findFirst({
    where: { tenantId, id, bookings: { none: { state: { in: [...standsForBooking] } } } },
    select: { isWithdrawn: true, bookBy: true, type: { select: { isOpen: true } } },
  });
  if (!found) return null;
  const bookBy = fromDbDate(found.bookBy);
  return { standing: invitationStanding({ ...found, bookBy }, dateInSweden(now())), bookBy };
}

/** When the meeting of a booking begins; null where she has it no more. */
export const beginOfMeetingInTx = async (tx: Tx, tenantId: string, bookingId: string): Promise<Date | null> =>
  (
    await tx.booking.findFirst({
      where: { tenantId, id: bookingId, state: 'booked' },
      select: { startsAt: true },
    })
  )?.startsAt ?? null;
