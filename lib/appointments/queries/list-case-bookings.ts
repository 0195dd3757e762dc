import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { requireResidentMay, visibleBookings } from '../access';
import { type BookingView, getBookingInTx } from './get-booking';
import { type InvitationToBook, listMyBookings } from './list-my-bookings';

export interface CaseBookings {
  /** the earliest first; what was held and never booked is nothing to remember */
  bookings: BookingView[];
  /** those that she has not booked by */
  invitations: InvitationToBook[];
}

/** All times about a case of hers, each with its story; of another's, none. */
export async function listCaseBookings(actor: Actor, caseId: string, lang: Language): Promise<CaseBookings> {
  requireResidentMay(actor, 'read-own');
  const { invitations } = await listMyBookings(actor, lang, { caseId });
  const bookings = await read(actor, async (tx) => {
    const mine = await tx.booking.findMany({
      where: { ...visibleBookings(actor), caseId, bookedAt: { not: null } },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      select: { id: true },
    });
    const views: BookingView[] = [];
    for (const { id } of mine) views.push(await getBookingInTx(tx, actor, id, lang));
    return views;
  });
  return { bookings, invitations };
}
