import 'server-only';
import { exhaustive } from '@/lib/kernel/exhaustive';
import type { ResidentActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { sealJson } from '@/lib/platform/crypto';
import { Prisma, rowsInTx, type Tx, write } from '@/lib/platform/db';
import { conflict, invalid, isExclusionViolation, notFound } from '@/lib/platform/errors';
import { guarded, isOwnBooking, requireResidentMay } from '../access';
import { questions } from '../domain/appointment-type';
import { contentErrors } from '../domain/booking-content';
import { type BookingContent, bookingContext } from '../domain/booking-seals';
import type { BookingState, MeetingWay } from '../domain/words';
import { isNotClosed } from '../queries/is-not-closed';
import { endHoldInTx } from './end-hold-in-tx';
import { endWishInTx } from './end-wish-in-tx';
import { forgetKeptContentOf } from './forget-kept-content-of';
import { lockMeetings } from './lock-meetings-in-tx';
import { lockPerson } from './lock-person';
import { noteBookingInTx } from './note-booking-in-tx';
import { type Settled, settleMeeting, tellOfFreedInTx } from './settle-meeting-in-tx';

interface Input {
  bookingId: string;
  content: BookingContent;
}

export type Confirmed =
  /** `bookingId`: of what was moved, the one she had before */
  | { outcome: 'booked' | 'moved'; bookingId: string }
  /** it took too long and somebody else has the time, or it has begun, or whom or where it was with has closed */
  | { outcome: 'lapsed' };

/**
 * Makes the time that is held for her, or the earlier one that she was offered, her own. Of a move, her old time is given
 * up in the same statement that gives her the new: she never has none, and never two. Where the old one went away or
 * began meanwhile, the new is a booking of its own. A hold whose minutes are over is still hers while nobody else has
 * taken the time.
 */
export function confirmBooking(actor: ResidentActor, input: Input): Promise<Confirmed> {
  return guarded(actor, 'appointments.confirm-booking', 'booking', input.bookingId, () =>
    write(actor, async (tx): Promise<Confirmed> => {
      requireResidentMay(actor, 'book');
      const held = await lockHeldInTx(tx, actor, input.bookingId);
      switch (held.state) {
        case 'held':
        case 'offered':
          if (held.isOpen && held.startsAt > now()) break;
          // It closed when she had the time already, so that nobody is left who would meet her; or it has begun.
          await endHoldInTx(tx, {
            tenantId: actor.tenantId,
            bookingId: held.id,
            meetingId: held.meetingId,
            at: now(),
          });
          return { outcome: 'lapsed' };
        case 'booked':
        case 'kept':
        case 'missed':
          return { outcome: 'booked', bookingId: held.id };
        case 'cancelled':
          // Where the hold became a move, pressing again is the same move.
          return held.movesId ? { outcome: 'moved', bookingId: held.movesId } : { outcome: 'lapsed' };
        case 'lapsed':
        case 'taken_away':
          return { outcome: 'lapsed' };
        default:
          return exhaustive(held.state);
      }
      const asked = questions.parse(held.questions);
      const errors = contentErrors(input.content, { way: held.way, questions: asked });
      if (Object.keys(errors).length > 0) throw invalid(errors);
      // What she answered is read with what she was asked, also when the type asks something else since.
      const content = { ...input.content, asked };
      return held.movesId
        ? moveInTx(tx, actor, { ...held, movesId: held.movesId }, content)
        : bookInTx(tx, actor, held, content);
    }).catch((error) => {
      if (isExclusionViolation(error)) throw conflict('errors:appointment-overlaps');
      throw error;
    }),
  );
}

interface HeldBooking {
  id: string;
  meetingId: string;
  seat: number;
  caseId: string | null;
  state: BookingState;
  /** with somebody, and at a place and in a room, that can be booked then still */
  isOpen: boolean;
  movesId: string | null;
  startsAt: Date;
  way: MeetingWay;
  /** of the type that one person may have to come, and that she has */
  most: number;
  coming: number;
  /** lib/appointments/domain/appointment-type.ts */
  questions: unknown;
  changeMinutes: number;
}

/** She, and the meetings that her hold is about, locked in that order; and the hold as it is then. */
async function lockHeldInTx(tx: Tx, actor: ResidentActor, bookingId: string): Promise<HeldBooking> {
  const { tenantId } = actor;
  const [, , [held]] = await rowsInTx<[object, object, HeldBooking]>(
    tx,
    lockPerson(actor),
    Prisma.sql`
      select from meeting where tenant_id = ${tenantId} and id in (
        select b.meeting_id from booking b
         where ${isOwnBooking(actor)} and (b.id = ${bookingId}::uuid or b.id = (
           select n.moves_id from booking n where n.tenant_id = b.tenant_id and n.id = ${bookingId}::uuid)))
       order by id for update`,
    Prisma.sql`
      select b.id, b.meeting_id as "meetingId", b.seat, b.case_id as "caseId", b.state, ${isNotClosed} as "isOpen", b.moves_id as "movesId",
             b.starts_at as "startsAt", m.way, t.most, t.questions, t.change_minutes as "changeMinutes",
             (select count(*)::int from booking o join meeting om on om.tenant_id = o.tenant_id and om.id = o.meeting_id
               where o.tenant_id = b.tenant_id and o.person_id = b.person_id and o.state = 'booked'
                 and o.starts_at > ${now()}::timestamptz and om.type_id = t.id) as coming
        from booking b join meeting m on m.tenant_id = b.tenant_id and m.id = b.meeting_id
                       join appointment_type t on t.tenant_id = m.tenant_id and t.id = m.type_id
       where ${isOwnBooking(actor)} and b.id = ${bookingId}::uuid`,
  );
  if (!held) throw notFound();
  return held;
}

async function bookInTx(
  tx: Tx,
  actor: ResidentActor,
  held: HeldBooking,
  content: BookingContent,
): Promise<Confirmed> {
  const { tenantId, personId } = actor;
  if (held.coming >= held.most) throw conflict('errors:appointment-too-many');
  const [booked, , [settled]] = await rowsInTx<[object, object, Settled]>(
    tx,
    Prisma.sql`
      update booking b
         set state = 'booked', booked_at = ${now()}::timestamptz, held_until = null, moves_id = null,
             change_minutes = ${held.changeMinutes}::int, sealed = ${sealJson(content, bookingContext(tenantId, held.id))}::bytea
       where ${isOwnBooking(actor)} and b.id = ${held.id}::uuid and b.state in ('held', 'offered') returning b.id`,
    forgetKeptContentOf(actor),
    settleMeeting(tenantId, held.meetingId),
  );
  if (booked.length === 0) throw new Error('A hold went away under the lock of its meeting');
  await tellOfFreedInTx(tx, tenantId, held.meetingId, settled);
  await noteBookingInTx(tx, actor, {
    kind: 'booked',
    bookingId: held.id,
    personId,
    caseId: held.caseId,
    startsAt: held.startsAt,
  });
  return { outcome: 'booked', bookingId: held.id };
}

async function moveInTx(
  tx: Tx,
  actor: ResidentActor,
  held: HeldBooking & { movesId: string },
  content: BookingContent,
): Promise<Confirmed> {
  const { tenantId, personId } = actor;
  // What she waited for she has. Before the booking is locked: whoever offers a time takes the two in that order.
  await endWishInTx(tx, { tenantId, bookingId: held.movesId, at: now() });
  const [old] = await tx.$queryRaw<{ meetingId: string; caseId: string | null }[]>`
    select meeting_id as "meetingId", case_id as "caseId" from booking
     where tenant_id = ${tenantId} and id = ${held.movesId}::uuid and state = 'booked' and starts_at > ${now()} for update`;
  if (!old) return bookInTx(tx, actor, held, content);
  const [, , , , [taken], [left]] = await rowsInTx<[object, object, object, object, Settled, Settled]>(
    tx,
    // An office may have moved her to another one while she waited for the lock.
    lockMeetings(tenantId, [held.meetingId, old.meetingId]),
    // The seat that was held is what she moves to: it changes hands within the transaction.
    Prisma.sql`
      update booking b set state = 'cancelled', ended_at = ${now()}::timestamptz, held_until = null
       where ${isOwnBooking(actor)} and b.id = ${held.id}::uuid`,
    Prisma.sql`
      update booking b
         set meeting_id = ${held.meetingId}::uuid, seat = ${held.seat}::int, sequence = b.sequence + 1, change_minutes = ${held.changeMinutes}::int,
             sealed = ${sealJson(content, bookingContext(tenantId, held.movesId))}::bytea
       where ${isOwnBooking(actor)} and b.id = ${held.movesId}::uuid`,
    forgetKeptContentOf(actor),
    settleMeeting(tenantId, held.meetingId),
    settleMeeting(tenantId, old.meetingId),
  );
  await tellOfFreedInTx(tx, tenantId, held.meetingId, taken);
  await tellOfFreedInTx(tx, tenantId, old.meetingId, left);
  await noteBookingInTx(tx, actor, {
    kind: 'moved',
    bookingId: held.movesId,
    personId,
    caseId: old.caseId,
    startsAt: held.startsAt,
  });
  return { outcome: 'moved', bookingId: held.movesId };
}
