import 'server-only';
import { newId } from '@/lib/kernel/ids';
import { Prisma, rowsInTx, type Tx } from '@/lib/platform/db';
import { bookable, freeTimes, takenBy } from '../domain/free-times';
import type { MeetingWay } from '../domain/words';
import type { BookableType } from '../queries/bookable-type-in-tx';
import { isNotClosed } from '../queries/is-not-closed';
import { loadCalendarsInTx } from '../queries/load-calendars-in-tx';
import { takesSeat } from '../queries/takes-seat';
import {
  type ClaimedBy,
  type ClaimKind,
  claimsOn,
  isUnclaimedInTx,
  lapseSeatsInTx,
  type Span,
} from './claims-on';

/** A time as she has chosen it. Of a group or a published time, its meeting. */
export interface ChosenTime {
  way: MeetingWay;
  placeId?: string | undefined;
  /** only she will do; anybody who is free, without */
  officerId?: string | undefined;
  startsAt: Date;
  meetingId?: string | undefined;
}

export interface Seat {
  meetingId: string;
  seat: number;
}

/**
 * A seat at the time, claimed for whoever gets it in this transaction; null where it is not to be had. Officers and rooms
 * are locked one at a time, in that order, and asked for again then: two who come at once get one each, or one is told.
 */
export async function claimTimeInTx(
  tx: Tx,
  tenantId: string,
  { type }: Pick<BookableType, 'type'>,
  chosen: ChosenTime,
  { now, heldUntil }: { now: Date; heldUntil: Date },
): Promise<Seat | null> {
  if (chosen.meetingId) return takeSeatInTx(tx, tenantId, chosen.meetingId, type, { now, heldUntil });
  const startsAt = chosen.startsAt.getTime();
  const window = { start: startsAt, end: startsAt + 1 };
  const { officers, rooms } = await loadCalendarsInTx(tx, {
    tenantId,
    typeId: type.id,
    type,
    window,
    ...(chosen.officerId && { officerId: chosen.officerId }),
    ...(chosen.placeId && { placeId: chosen.placeId }),
    now: now.getTime(),
  });
  const free = freeTimes(type, officers, rooms, chosen, window, now.getTime()).find(
    ({ placeId }) => chosen.way !== 'visit' || placeId === chosen.placeId,
  );
  if (!free) return type.seats > 1 ? joinGroupInTx(tx, tenantId, type, chosen, { now, heldUntil }) : null;
  const taken = takenBy(type, chosen.way, startsAt);
  const span = { from: new Date(taken.start), to: new Date(taken.end) };
  const officerId = await lockFreeInTx(tx, tenantId, 'officer', free.officerIds, span, now);
  if (!officerId)
    return type.seats > 1 ? joinGroupInTx(tx, tenantId, type, chosen, { now, heldUntil }) : null;
  const needsRoom = type.needsRoom && chosen.way === 'visit';
  const roomId = needsRoom ? await lockFreeInTx(tx, tenantId, 'room', free.roomIds, span, now) : null;
  if (needsRoom && !roomId) return null;
  const meetingId = newId();
  const placeId = chosen.way === 'visit' ? free.placeId : null;
  await rowsInTx(
    tx,
    Prisma.sql`
      insert into meeting (tenant_id, id, type_id, way, officer_id, place_id, room_id, starts_at, ends_at, busy_from, busy_to, seats, held_until)
      values (${tenantId}, ${meetingId}::uuid, ${type.id}::uuid, ${chosen.way}::meeting_way, ${officerId}::uuid, ${placeId}::uuid,
              ${roomId}::uuid, ${chosen.startsAt}::timestamptz, ${new Date(free.endsAt)}::timestamptz, ${span.from}::timestamptz,
              ${span.to}::timestamptz, ${type.seats}::int, ${heldUntil}::timestamptz)`,
  );
  return { meetingId, seat: 1 };
}

/**
 * One of them that is free at that time, locked. Those whom nobody else is at are tried first; only where all are busy does
 * it wait, since then the time may be gone anyway. What was read before the lock is asked again under it.
 */
async function lockFreeInTx(
  tx: Tx,
  tenantId: string,
  kind: ClaimKind,
  ids: readonly string[],
  span: Span,
  now: Date,
): Promise<string | null> {
  const left = new Set(ids);
  const lockInTx = async (how: Prisma.Sql) => {
    const [[locked], claims] = await rowsInTx<[{ id: string }, ClaimedBy]>(
      tx,
      lockOneOf(tenantId, kind, left, how),
      claimsOn(tenantId, kind, [...left], span, now),
    );
    return locked && { id: locked.id, claims: claims.filter(({ id }) => id === locked.id) };
  };
  while (left.size > 0) {
    const found = (await lockInTx(Prisma.sql`skip locked`)) ?? (await lockInTx(Prisma.empty));
    if (!found) return null;
    const { id, claims } = found;
    if (await isUnclaimedInTx(tx, tenantId, { kind, id, ...span }, claims, now)) return id;
    left.delete(id);
  }
  return null;
}

/** At random, so that those who come at once don't all go for the same, and work is spread. */
const lockOneOf = (
  tenantId: string,
  kind: ClaimKind,
  ids: ReadonlySet<string>,
  how: Prisma.Sql,
): Prisma.Sql => Prisma.sql`
  select id from ${kind === 'officer' ? Prisma.sql`meeting_officer` : Prisma.sql`meeting_room`}
   where tenant_id = ${tenantId} and id = any(${[...ids]}::uuid[]) and is_open order by random() limit 1 for update ${how}`;

/** A group's first booking may have been made a moment ago: the next ones take a seat beside it. */
async function joinGroupInTx(
  tx: Tx,
  tenantId: string,
  type: BookableType['type'],
  { way, placeId, officerId, startsAt }: ChosenTime,
  times: { now: Date; heldUntil: Date },
): Promise<Seat | null> {
  const meetings = await tx.meeting.findMany({
    where: {
      tenantId,
      typeId: type.id,
      way,
      startsAt,
      state: 'open',
      ...(placeId && { placeId }),
      ...(officerId && { officerId }),
    },
    select: { id: true },
    take: 20,
  });
  for (const { id } of meetings) {
    const seat = await takeSeatInTx(tx, tenantId, id, type, times);
    if (seat) return seat;
  }
  return null;
}

/** The first free seat of a meeting that can still be booked, which is locked from then on. */
async function takeSeatInTx(
  tx: Tx,
  tenantId: string,
  meetingId: string,
  type: BookableType['type'],
  { now, heldUntil }: { now: Date; heldUntil: Date },
): Promise<Seat | null> {
  const [meeting] = await tx.$queryRaw<{ startsAt: Date }[]>`
    select m.starts_at as "startsAt" from meeting m
     where m.tenant_id = ${tenantId} and m.id = ${meetingId}::uuid and m.type_id = ${type.id}::uuid and m.state = 'open'
       and ${isNotClosed} for update`;
  const limits = bookable(type, now.getTime());
  const startsAt = meeting?.startsAt.getTime() ?? 0;
  if (startsAt < limits.start || startsAt >= limits.end) return null;
  await lapseSeatsInTx(tx, tenantId, meetingId, now);
  const [free] = await tx.$queryRaw<{ seat: number }[]>`
    select s as seat from meeting m, generate_series(1, m.seats) s
     where m.tenant_id = ${tenantId} and m.id = ${meetingId}::uuid and not exists (
       select from booking b where b.tenant_id = m.tenant_id and b.meeting_id = m.id and b.seat = s
          and ${takesSeat})
     order by s limit 1`;
  if (!free) return null;
  // One that nobody has confirmed yet stands as long as the last who holds a seat in it.
  await tx.$executeRaw`
    update meeting set held_until = greatest(held_until, ${heldUntil})
     where tenant_id = ${tenantId} and id = ${meetingId}::uuid and held_until is not null`;
  return { meetingId, seat: free.seat };
}
