import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { isExclusionViolation, isUniqueViolation, notFound, notNow } from '@/lib/platform/errors';
import { guarded, requireResidentMay, visibleBookings } from '../access';
import { mayChange } from '../domain/limits';
import { type BookableType, bookableTypeInTx, type WayToType } from '../queries/bookable-type-in-tx';
import { hasAsManyAsAllowedInTx } from '../queries/has-as-many-as-allowed-in-tx';
import { isTimeGone } from '../queries/is-time-gone';
import { type ChosenTime, claimTimeInTx } from './claim-time-in-tx';
import { endHoldInTx } from './end-hold-in-tx';
import { lockMeetingsInTx } from './lock-meetings-in-tx';
import { lockPersonInTx } from './lock-person-in-tx';

interface Input extends Omit<WayToType, 'slug'>, ChosenTime {
  /** from the form: the same press twice is one hold */
  bookingId: string;
  typeSlug: string;
  /** the booking that is to be moved, if one is */
  movesId?: string | undefined;
}

export type Held =
  | { outcome: 'held'; bookingId: string; heldUntil: Date }
  /** somebody was first, or the time is offered no more */
  | { outcome: 'taken' }
  /** she has as many times to come as the type allows */
  | { outcome: 'too-many' };

/**
 * Holds a time for her while she confirms. One at a time: what she held before is given up, so that nobody keeps many. A
 * booking that is to be moved stands until the new time is confirmed.
 */
export async function holdTime(actor: ResidentActor, input: Input): Promise<Held> {
  requireResidentMay(actor, 'book');
  if (!input.meetingId && (await isTimeGone(actor, input, now().getTime()))) return { outcome: 'taken' };
  const hold = () =>
    write(actor, async (tx): Promise<Held> => {
      await lockPersonInTx(tx, actor);
      const bookable = await bookableTypeInTx(tx, actor, { ...input, slug: input.typeSlug });
      const at = now();
      const same = await findSameInTx(tx, actor, input.bookingId, at);
      if (same) return same;
      if (input.movesId) await requireMovableInTx(tx, actor, input.movesId, bookable, at);
      else if (await hasAsManyAsAllowedInTx(tx, actor, bookable.type, at)) return { outcome: 'too-many' };
      await giveUpHoldsInTx(tx, actor, at, input.meetingId);
      const heldUntil = new Date(at.getTime() + bookable.type.holdMinutes * 60_000);
      const seat = await claimTimeInTx(tx, actor.tenantId, bookable, input, { now: at, heldUntil });
      if (!seat) throw new Taken();
      await tx.booking.create({
        data: {
          ...seat,
          tenantId: actor.tenantId,
          id: input.bookingId,
          personId: actor.personId,
          caseId: bookable.caseId,
          invitationId: bookable.invitationId,
          movesId: input.movesId ?? null,
          state: 'held',
          heldUntil,
          // The meeting's, whatever is written here: the database sets them.
          startsAt: input.startsAt,
          endsAt: input.startsAt,
        },
        select: { id: true },
      });
      await auditInTx(tx, actor, {
        action: 'appointments.hold-time',
        subjectPersonId: actor.personId,
        objectType: 'booking',
        objectId: input.bookingId,
      });
      return { outcome: 'held', bookingId: input.bookingId, heldUntil };
    }).catch((error): Held => {
      // Two at the very same moment, past the locks: the database lets one through.
      if (error instanceof Taken || isExclusionViolation(error) || isUniqueViolation(error))
        return { outcome: 'taken' };
      throw error;
    });
  return input.movesId ? guarded(actor, 'appointments.hold-time', 'booking', input.movesId, hold) : hold();
}

/** Takes back all that was done for it: she keeps what she held before. */
class Taken extends Error {}

async function findSameInTx(tx: Tx, actor: ResidentActor, bookingId: string, at: Date): Promise<Held | null> {
  const found = await tx.booking.findUnique({
    where: { tenantId_id: { tenantId: actor.tenantId, id: bookingId } },
    select: { personId: true, state: true, heldUntil: true },
  });
  if (!found) return null;
  if (found.personId !== actor.personId) throw notFound();
  return found.state === 'held' && found.heldUntil && found.heldUntil > at
    ? { outcome: 'held', bookingId, heldUntil: found.heldUntil }
    : { outcome: 'taken' };
}

async function requireMovableInTx(
  tx: Tx,
  actor: ResidentActor,
  movesId: string,
  { type }: BookableType,
  at: Date,
): Promise<void> {
  const moves = await tx.booking.findFirst({
    where: { ...visibleBookings(actor), id: movesId, state: 'booked', meeting: { typeId: type.id } },
    select: { startsAt: true },
  });
  if (!moves) throw notFound();
  if (!mayChange(type, moves.startsAt, at)) throw notNow('errors:appointment-change-too-late');
}

/** With the meeting that she wants a seat in, which is locked together with those that she gives up. */
async function giveUpHoldsInTx(
  tx: Tx,
  actor: ResidentActor,
  at: Date,
  wanted: string | undefined,
): Promise<void> {
  const { tenantId } = actor;
  const holds = await tx.booking.findMany({
    where: { ...visibleBookings(actor), state: 'held' },
    select: { id: true, meetingId: true },
  });
  await lockMeetingsInTx(tx, tenantId, [
    ...holds.map(({ meetingId }) => meetingId),
    ...(wanted ? [wanted] : []),
  ]);
  for (const { id, meetingId } of holds) await endHoldInTx(tx, { tenantId, bookingId: id, meetingId, at });
}
