import 'server-only';
import { exhaustive } from '@/lib/kernel/exhaustive';
import type { ResidentActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { sealJson } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { conflict, invalid, isExclusionViolation, notFound } from '@/lib/platform/errors';
import { guarded, requireResidentMay, visibleBookings } from '../access';
import { questions } from '../domain/appointment-type';
import { contentErrors } from '../domain/booking-content';
import { type BookingContent, bookingContext } from '../domain/booking-seals';
import type { BookingState, MeetingWay } from '../domain/words';
import { hasAsManyAsAllowedInTx } from '../queries/has-as-many-as-allowed-in-tx';
import { isWithOpen } from '../queries/load-calendars-in-tx';
import { endHoldInTx } from './end-hold-in-tx';
import { endWishInTx } from './end-wish-in-tx';
import { forgetKeptContentInTx } from './forget-kept-content-in-tx';
import { lockMeetingsInTx } from './lock-meetings-in-tx';
import { lockPersonInTx } from './lock-person-in-tx';
import { noteBookingInTx } from './note-booking-in-tx';
import { settleMeetingInTx } from './settle-meeting-in-tx';

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
 * up in the same statement that gives her the new: she never has none, and never two. Where the old one went away or began meanwhile,
 * the new is a booking of its own. A hold whose minutes are over is still hers while nobody else has taken the time.
 */
export function confirmBooking(actor: ResidentActor, input: Input): Promise<Confirmed> {
  return guarded(actor, 'appointments.confirm-booking', 'booking', input.bookingId, () =>
    write(actor, async (tx): Promise<Confirmed> => {
      requireResidentMay(actor, 'book');
      await lockPersonInTx(tx, actor);
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
  /** with somebody, and at a place and in a room, that can be booked still */
  isOpen: boolean;
  movesId: string | null;
  startsAt: Date;
  way: MeetingWay;
  typeId: string;
  /** of the type that one person may have to come */
  most: number;
  /** lib/appointments/domain/appointment-type.ts */
  questions: unknown;
  changeMinutes: number;
}

/** Her hold, and the meetings that it is about, locked. */
async function lockHeldInTx(tx: Tx, actor: ResidentActor, bookingId: string): Promise<HeldBooking> {
  const { tenantId } = actor;
  const hers = await tx.booking.findMany({
    where: {
      ...visibleBookings(actor),
      OR: [{ id: bookingId }, { movedTo: { some: { id: bookingId } } }],
    },
    select: { id: true, meetingId: true },
  });
  if (!hers.some(({ id }) => id === bookingId)) throw notFound();
  await lockMeetingsInTx(
    tx,
    tenantId,
    hers.map(({ meetingId }) => meetingId),
  );
  // With its meeting and its type in one journey: what is hers was asked for above.
  const [held] = await tx.$queryRaw<HeldBooking[]>`
    select b.id, b.meeting_id as "meetingId", b.seat, b.case_id as "caseId", b.state, ${isWithOpen} as "isOpen", b.moves_id as "movesId",
           b.starts_at as "startsAt", m.way, t.id as "typeId", t.most, t.questions, t.change_minutes as "changeMinutes"
      from booking b join meeting m on m.tenant_id = b.tenant_id and m.id = b.meeting_id
                     join appointment_type t on t.tenant_id = m.tenant_id and t.id = m.type_id
     where b.tenant_id = ${tenantId} and b.id = ${bookingId}::uuid`;
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
  if (await hasAsManyAsAllowedInTx(tx, actor, held, now())) throw conflict('errors:appointment-too-many');
  await tx.booking.update({
    where: { tenantId_id: { tenantId, id: held.id }, state: { in: ['held', 'offered'] } },
    data: {
      state: 'booked',
      bookedAt: now(),
      heldUntil: null,
      movesId: null,
      changeMinutes: held.changeMinutes,
      sealed: sealJson(content, bookingContext(tenantId, held.id)),
    },
    select: { id: true },
  });
  await forgetKeptContentInTx(tx, actor);
  await settleMeetingInTx(tx, tenantId, held.meetingId);
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
  // The seat that was held is what she moves to: it changes hands within the transaction.
  await tx.booking.update({
    where: { tenantId_id: { tenantId, id: held.id } },
    data: { state: 'cancelled', endedAt: now(), heldUntil: null },
    select: { id: true },
  });
  await tx.booking.update({
    where: { tenantId_id: { tenantId, id: held.movesId } },
    data: {
      meetingId: held.meetingId,
      seat: held.seat,
      sequence: { increment: 1 },
      changeMinutes: held.changeMinutes,
      sealed: sealJson(content, bookingContext(tenantId, held.movesId)),
    },
    select: { id: true },
  });
  await forgetKeptContentInTx(tx, actor);
  await settleMeetingInTx(tx, tenantId, held.meetingId);
  await settleMeetingInTx(tx, tenantId, old.meetingId);
  await noteBookingInTx(tx, actor, {
    kind: 'moved',
    bookingId: held.movesId,
    personId,
    caseId: old.caseId,
    startsAt: held.startsAt,
  });
  return { outcome: 'moved', bookingId: held.movesId };
}
