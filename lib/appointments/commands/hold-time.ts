import 'server-only';
import { newId } from '@/lib/kernel/ids';
import { InTurn } from '@/lib/kernel/in-turn';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { PATIENCE_MS, type Tx, write } from '@/lib/platform/db';
import { isExclusionViolation, isUniqueViolation, notFound, notNow } from '@/lib/platform/errors';
import { guarded, requireResidentMay, visibleBookings } from '../access';
import { mayChange } from '../domain/limits';
import { isChoosable } from '../domain/time-choice';
import { type BookableType, bookableTypeInTx, type WayToType } from '../queries/bookable-type-in-tx';
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
  if (!isChoosable(input)) throw notFound();
  // One at a time for each time: of many who press at once most would only wait for the same lock, with a connection each.
  return turns.run(turnOf(actor, input), () => holdInTurn(actor, input));
}

/** As long as a connection is waited for. */
const turns = new InTurn(PATIENCE_MS, () => notNow('errors:many-at-once'));

const turnOf = ({ tenantId }: ResidentActor, input: Input): string =>
  [tenantId, input.typeSlug, input.way, input.placeId, input.officerId, input.startsAt.getTime()].join(' ');

async function holdInTurn(actor: ResidentActor, input: Input): Promise<Held> {
  if (!input.meetingId && (await isTimeGone(actor, input, now().getTime()))) return { outcome: 'taken' };
  const hold = () =>
    write(actor, async (tx): Promise<Held> => {
      await lockPersonInTx(tx, actor);
      const bookable = await bookableTypeInTx(tx, actor, { ...input, slug: input.typeSlug });
      const at = now();
      const mine = await findMineInTx(tx, actor, bookable.type, input, at);
      const same = mine.find(({ id }) => id === input.bookingId);
      if (same && !isOver(same, at)) return asItStands(same);
      // On a page that she has gone back to, where the press came to nothing before: it is another.
      const bookingId = same ? newId() : input.bookingId;
      const coming = mine.filter(({ state }) => state === 'booked');
      if (input.movesId) await requireMovableInTx(tx, actor, input.movesId, bookable, at);
      else if (coming.length >= bookable.type.most) return { outcome: 'too-many' };
      const holds = mine.filter(({ state }) => state === 'held');
      await giveUpHoldsInTx(tx, actor, holds, at, input.meetingId);
      const heldUntil = new Date(at.getTime() + bookable.type.holdMinutes * 60_000);
      const seat = await claimTimeInTx(tx, actor.tenantId, bookable, input, { now: at, heldUntil });
      if (!seat) throw new Taken();
      await tx.booking.create({
        data: {
          ...seat,
          tenantId: actor.tenantId,
          id: bookingId,
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
        objectId: bookingId,
      });
      return { outcome: 'held', bookingId, heldUntil };
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

/** What is already there by this press, what she holds, and her times of the type to come. */
const findMineInTx = (
  tx: Tx,
  actor: ResidentActor,
  { id: typeId }: BookableType['type'],
  { bookingId }: Input,
  at: Date,
) =>
  tx.booking.findMany({
    where: {
      ...visibleBookings(actor),
      OR: [
        { id: bookingId },
        { state: 'held' },
        { state: 'booked', startsAt: { gt: at }, meeting: { typeId } },
      ],
    },
    select: { id: true, meetingId: true, state: true, heldUntil: true },
  });

type Mine = Awaited<ReturnType<typeof findMineInTx>>[number];

const isOver = ({ state, heldUntil }: Mine, at: Date): boolean =>
  state === 'lapsed' || (state === 'held' && heldUntil !== null && heldUntil <= at);

const asItStands = ({ id, state, heldUntil }: Mine): Held =>
  state === 'held' && heldUntil ? { outcome: 'held', bookingId: id, heldUntil } : { outcome: 'taken' };

async function requireMovableInTx(
  tx: Tx,
  actor: ResidentActor,
  movesId: string,
  { type }: BookableType,
  at: Date,
): Promise<void> {
  const moves = await tx.booking.findFirst({
    where: { ...visibleBookings(actor), id: movesId, state: 'booked', meeting: { typeId: type.id } },
    select: { startsAt: true, changeMinutes: true },
  });
  if (!moves) throw notFound();
  if (!mayChange({ ...moves, type }, moves.startsAt, at)) throw notNow('errors:appointment-change-too-late');
}

/** With the meeting that she wants a seat in, which is locked together with those that she gives up. */
async function giveUpHoldsInTx(
  tx: Tx,
  { tenantId }: ResidentActor,
  holds: readonly Mine[],
  at: Date,
  wanted: string | undefined,
): Promise<void> {
  await lockMeetingsInTx(tx, tenantId, [
    ...holds.map(({ meetingId }) => meetingId),
    ...(wanted ? [wanted] : []),
  ]);
  for (const { id, meetingId } of holds) await endHoldInTx(tx, { tenantId, bookingId: id, meetingId, at });
}
