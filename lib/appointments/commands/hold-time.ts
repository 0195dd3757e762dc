import 'server-only';
import { AtOnce } from '@/lib/kernel/at-once';
import { newId } from '@/lib/kernel/ids';
import { InTurn } from '@/lib/kernel/in-turn';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { PATIENCE_MS, Prisma, rowsInTx, type Tx, write } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { isExclusionViolation, isUniqueViolation, notFound, notNow } from '@/lib/platform/errors';
import { writeLastInTx } from '@/lib/platform/trail';
import { guarded, isOwnBooking, requireResidentMay } from '../access';
import { mayChange } from '../domain/limits';
import { isChoosable } from '../domain/time-choice';
import type { BookingState } from '../domain/words';
import {
  type BookableType,
  type FoundType,
  requireBookableInTx,
  typeStatement,
  type WayToType,
} from '../queries/bookable-type-in-tx';
import { isTimeGone, seemsGone } from '../queries/is-time-gone';
import { type ChosenTime, claimTimeInTx } from './claim-time-in-tx';
import { endHoldInTx } from './end-hold-in-tx';
import { lockMeetingsInTx } from './lock-meetings-in-tx';
import { lockPerson } from './lock-person';

interface Input extends Omit<WayToType, 'slug'>, ChosenTime {
  /** from the form: the same press twice is one hold */
  bookingId: string;
  typeSlug: string;
  /** the booking that is to be moved, if one is */
  movesId?: string | undefined;
}

export type Held =
  | { outcome: 'held'; bookingId: string; heldUntil: Date }
  /** she has confirmed what this same press held: the time is hers */
  | { outcome: 'hers'; bookingId: string }
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
  return turns.run(turnOf(actor, input), (hasWaited) => holdInTurn(actor, input, hasWaited));
}

/** As long as a connection is waited for. */
const tooMany = () => notNow('errors:many-at-once');
const turns = new InTurn(PATIENCE_MS, tooMany);

/** A rush for times takes a few connections: the database does less when it is asked by many, and other pages have theirs. */
const claims = new AtOnce(() => Math.max(1, Math.floor(env().DATABASE_POOL / 4)), PATIENCE_MS, tooMany);

const turnOf = ({ tenantId }: ResidentActor, input: Input): string =>
  [tenantId, input.typeSlug, input.way, input.placeId, input.officerId, input.startsAt.getTime()].join(' ');

async function holdInTurn(actor: ResidentActor, input: Input, hasWaited: boolean): Promise<Held> {
  // Whoever had somebody before her at the same time will most likely find it taken; of all others it is guessed.
  const isGone = async (isLikely: boolean): Promise<boolean> =>
    !input.meetingId &&
    (isLikely || seemsGone(actor, input, now().getTime())) &&
    isTimeGone(actor, input, now().getTime());
  if (await isGone(hasWaited)) return { outcome: 'taken' };
  const hold = () =>
    claims.run(async (hasQueued): Promise<Held> => {
      // Others have taken times meanwhile, and a claim costs more than the question.
      if (hasQueued && (await isGone(false))) return { outcome: 'taken' };
      return write(actor, (tx) => holdInTx(tx, actor, input)).catch((error): Held => {
        // Two at the very same moment, past the locks: the database lets one through.
        if (error instanceof Taken || isExclusionViolation(error) || isUniqueViolation(error))
          return { outcome: 'taken' };
        throw error;
      });
    });
  return input.movesId ? guarded(actor, 'appointments.hold-time', 'booking', input.movesId, hold) : hold();
}

async function holdInTx(tx: Tx, actor: ResidentActor, input: Input): Promise<Held> {
  const at = now();
  const wanted = { ...input, slug: input.typeSlug };
  const [, [found], mine] = await rowsInTx<[object, FoundType, Mine]>(
    tx,
    lockPerson(actor),
    typeStatement(actor, wanted),
    mineStatement(actor, input, at),
  );
  const bookable = await requireBookableInTx(tx, actor, wanted, found);
  const same = mine.find(({ id }) => id === input.bookingId);
  const already = same && becameOf(same, input, mine, at);
  if (already) return already;
  // On a page that she has gone back to, where what the press held before is over: it is another.
  const bookingId = same ? newId() : input.bookingId;
  const ofType = mine.filter(({ state, typeId }) => state === 'booked' && typeId === bookable.type.id);
  const coming = ofType.filter(({ startsAt }) => startsAt > at);
  if (input.movesId) requireMovable(ofType, input.movesId, bookable, at);
  else if (coming.length >= bookable.type.most) return { outcome: 'too-many' };
  const holds = mine.filter(({ state }) => state === 'held');
  await giveUpHoldsInTx(tx, actor, holds, at, input.meetingId);
  const heldUntil = new Date(at.getTime() + bookable.type.holdMinutes * 60_000);
  const seat = await claimTimeInTx(tx, actor.tenantId, bookable, input, { now: at, heldUntil });
  if (!seat) throw new Taken();
  const { caseId, invitationId } = bookable;
  writeLastInTx(
    tx,
    // When it begins and ends is the meeting's, whatever is written here: the database sets it.
    Prisma.sql`
      insert into booking (tenant_id, id, meeting_id, seat, person_id, case_id, invitation_id, moves_id, state, held_until,
                           starts_at, ends_at, created_at)
      values (${actor.tenantId}, ${bookingId}::uuid, ${seat.meetingId}::uuid, ${seat.seat}::int, ${actor.personId}::uuid,
              ${caseId}::uuid, ${invitationId}::uuid, ${input.movesId ?? null}::uuid, 'held', ${heldUntil}::timestamptz,
              ${input.startsAt}::timestamptz, ${input.startsAt}::timestamptz, ${at}::timestamptz)`,
  );
  await auditInTx(tx, actor, {
    action: 'appointments.hold-time',
    subjectPersonId: actor.personId,
    objectType: 'booking',
    objectId: bookingId,
  });
  return { outcome: 'held', bookingId, heldUntil };
}

/** Takes back all that was done for it: she keeps what she held before. */
class Taken extends Error {}

interface Mine {
  id: string;
  meetingId: string;
  typeId: string;
  state: BookingState;
  startsAt: Date;
  heldUntil: Date | null;
  movesId: string | null;
  changeMinutes: number | null;
}

/** What is already there by this press, what she holds, what she would move, and her times to come. */
const mineStatement = (
  actor: ResidentActor,
  { bookingId, movesId }: Input,
  at: Date,
): Prisma.Sql => Prisma.sql`
  select b.id, b.meeting_id "meetingId", m.type_id "typeId", b.state, b.starts_at "startsAt", b.held_until "heldUntil",
         b.moves_id "movesId", b.change_minutes "changeMinutes"
    from booking b join meeting m on m.tenant_id = b.tenant_id and m.id = b.meeting_id
   where ${isOwnBooking(actor)}
     and (b.id in (${bookingId}::uuid, ${movesId ?? null}::uuid) or b.state = 'held' or b.state = 'booked' and b.starts_at > ${at}::timestamptz)`;

/**
 * What she has by the same press: its hold, or the time as her own, where a hold that became a move is the booking that it
 * moved. Null where she has nothing of it any more, or has moved on from there.
 */
function becameOf(same: Mine, { startsAt }: Input, mine: readonly Mine[], at: Date): Held | null {
  const { id, state, heldUntil, movesId } = same;
  if (state === 'held' && heldUntil && heldUntil > at) return { outcome: 'held', bookingId: id, heldUntil };
  const hers = mine.find(
    (one) =>
      one.state === 'booked' &&
      (one.id === id || one.id === movesId) &&
      one.startsAt.getTime() === startsAt.getTime(),
  );
  return hers ? { outcome: 'hers', bookingId: hers.id } : null;
}

function requireMovable(booked: readonly Mine[], movesId: string, { type }: BookableType, at: Date): void {
  const moves = booked.find(({ id }) => id === movesId);
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
