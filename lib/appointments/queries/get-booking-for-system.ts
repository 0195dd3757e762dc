import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { openJson, openText } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guarded, requireSystemMay, visibleBookings } from '../access';
import { questions } from '../domain/appointment-type';
import { type BookingContent, bookingContext, reasonContext } from '../domain/booking-seals';
import type { BookingState, MeetingWay } from '../domain/words';
import { officerName } from './officer-name';

/** A booking as it is now, for the office that meets her. */
export interface BookingForSystem {
  id: string;
  personId: string;
  caseId: string | null;
  type: string;
  state: Extract<BookingState, 'booked' | 'cancelled' | 'taken_away' | 'kept' | 'missed'>;
  startsAt: Date;
  endsAt: Date;
  way: MeetingWay;
  /** the system's own ids, of what it has published */
  time: string | null;
  invitation: string | null;
  officer: { externalId: string | null; name: string } | null;
  place: { externalId: string | null; name: string } | null;
  room: string | null;
  needs: BookingContent['needs'];
  answers: { question: string; text: string }[];
  phone: string | null;
  address: string | null;
  /** why she cancelled, where she has said so */
  reason: string | null;
}

/** The same by a call of its own. The reading is in her log: it writes. */
export const getBookingForSystem = (actor: SystemActor, bookingId: string): Promise<BookingForSystem> =>
  guarded(actor, 'appointments.get-booking-for-system', 'booking', bookingId, () =>
    write(actor, (tx) => {
      requireSystemMay(actor, 'read-booking');
      return getBookingForSystemInTx(tx, actor, bookingId);
    }),
  );

/** NotFound where the system may not see it, or she has not confirmed it. The reading is written into her log. */
export async function getBookingForSystemInTx(
  tx: Tx,
  actor: SystemActor,
  bookingId: string,
): Promise<BookingForSystem> {
  const { tenantId } = actor;
  const found = await tx.booking.findFirst({
    where: { ...visibleBookings(actor), id: bookingId, bookedAt: { not: null } },
    select: {
      personId: true,
      caseId: true,
      state: true,
      startsAt: true,
      endsAt: true,
      sealed: true,
      invitation: { select: { externalId: true, systemId: true } },
      events: {
        where: { kind: 'cancelled' },
        orderBy: { at: 'desc' },
        take: 1,
        select: { id: true, reasonSealed: true },
      },
      meeting: {
        select: {
          way: true,
          systemId: true,
          externalId: true,
          type: { select: { slug: true, questions: true } },
          officer: { select: { id: true, nameSealed: true, systemId: true, externalId: true } },
          place: { select: { name: true, systemId: true, externalId: true } },
          room: { select: { name: true } },
        },
      },
    },
  });
  if (!found) throw notFound();
  await auditInTx(tx, actor, {
    action: 'appointments.get-booking-for-system',
    subjectPersonId: found.personId,
    objectType: 'booking',
    objectId: bookingId,
  });
  const { meeting, invitation } = found;
  const content = found.sealed
    ? openJson<BookingContent>(found.sealed, bookingContext(tenantId, bookingId))
    : ({ needs: {}, answers: {} } satisfies BookingContent as BookingContent);
  const own = <T extends { systemId: string | null; externalId: string | null }>(thing: T | null) =>
    thing?.systemId === actor.systemId ? thing.externalId : null;
  const [cancelled] = found.events;
  return {
    id: bookingId,
    personId: found.personId,
    caseId: found.caseId,
    type: meeting.type.slug,
    state: found.state as BookingForSystem['state'],
    startsAt: found.startsAt,
    endsAt: found.endsAt,
    way: meeting.way,
    time: own(meeting),
    invitation: own(invitation),
    officer: meeting.officer && {
      externalId: own(meeting.officer),
      name: officerName(tenantId, meeting.officer),
    },
    place: meeting.place && { externalId: own(meeting.place), name: meeting.place.name },
    room: meeting.room?.name ?? null,
    needs: content.needs,
    // What was asked stands in Swedish, which officers read (decision 0079).
    answers: (content.asked ?? questions.parse(meeting.type.questions))
      .map(({ id, label }) => ({ question: label.sv ?? id, text: content.answers[id] ?? '' }))
      .filter(({ text }) => text !== ''),
    phone: content.phone ?? null,
    address: content.address ?? null,
    reason: cancelled?.reasonSealed
      ? openText(cancelled.reasonSealed, reasonContext(tenantId, cancelled.id))
      : null,
  };
}
