import 'server-only';
import {
  type BookingForSystem,
  findBookingOfEventInTx,
  getBookingForSystem,
  getBookingForSystemInTx,
} from '@/lib/appointments/api';
import { getPersonInTx, type PersonFacts } from '@/lib/identity/api';
import type { SystemActor } from '@/lib/platform/actor';
import { read, type Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import type { BookingContent } from '../contract/appointment-messages';
import { personContent } from './person-content';

/** What a delivery of a booking holds: the booking as it is now, whatever has become of it since. */
export async function bookingOfEventInTx(
  tx: Tx,
  actor: SystemActor,
  bookingEventId: string,
): Promise<BookingContent> {
  const event = await findBookingOfEventInTx(tx, actor.tenantId, bookingEventId);
  if (!event) throw notFound();
  const booking = await getBookingForSystemInTx(tx, actor, event.bookingId);
  return bookingContent(booking, await getPersonInTx(tx, actor.tenantId, booking.personId));
}

/** The same by a call of its own. */
export async function getBooking(actor: SystemActor, bookingId: string): Promise<BookingContent> {
  const booking = await getBookingForSystem(actor, bookingId);
  const person = await read(actor, (tx) => getPersonInTx(tx, actor.tenantId, booking.personId));
  return bookingContent(booking, person);
}

const bookingContent = (booking: BookingForSystem, person: PersonFacts): BookingContent => ({
  id: booking.id,
  person: personContent(person),
  ...(booking.caseId !== null && { caseId: booking.caseId }),
  type: booking.type,
  state: booking.state,
  startsAt: booking.startsAt.toISOString(),
  endsAt: booking.endsAt.toISOString(),
  way: booking.way,
  ...(booking.time !== null && { time: booking.time }),
  ...(booking.invitation !== null && { invitation: booking.invitation }),
  ...(booking.officer && { officer: named(booking.officer) }),
  ...(booking.place && { place: named(booking.place) }),
  ...(booking.room !== null && { room: booking.room }),
  needs: booking.needs,
  answers: booking.answers,
  ...(booking.phone !== null && { phone: booking.phone }),
  ...(booking.address !== null && { address: booking.address }),
  ...(booking.reason !== null && { reason: booking.reason }),
});

const named = ({ externalId, name }: { externalId: string | null; name: string }) => ({
  ...(externalId !== null && { externalId }),
  name,
});
