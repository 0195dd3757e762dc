import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { JobActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { Prisma, type Tx, write } from '@/lib/platform/db';
import { enqueueInTx } from '@/lib/platform/jobs/enqueue';
import { requireJobMay } from '../access';
import { answerUntil, offerableAt } from '../domain/earlier-time';
import { claimTimeInTx, type Seat } from './claim-time-in-tx';
import { lockMeetingsInTx } from './lock-meetings-in-tx';
import { noteBookingInTx } from './note-booking-in-tx';

/**
 * A time has come free: it is offered to whoever has waited longest for an earlier one of its kind, in the same way and at the
 * same place. It is hers alone for the type's minutes. A no, and minutes that pass without an answer, free it again, and this
 * runs for the next. At night it waits for the morning.
 */
export async function offerEarlier(
  actor: JobActor,
  meetingId: string,
  { now = clock }: { now?: () => Date } = {},
): Promise<void> {
  requireJobMay(actor, 'offer-earlier');
  const offer = () => write(actor, (tx) => offerFreedInTx(tx, actor, meetingId, now));
  await offer().catch((error) => {
    // The next in line is asked at once.
    if (error instanceof WaitsNoMore) return offer();
    throw error;
  });
}

/** Takes back all that was done for her. */
class WaitsNoMore extends Error {}

async function offerFreedInTx(tx: Tx, actor: JobActor, meetingId: string, now: () => Date): Promise<void> {
  const { tenantId } = actor;
  // One at a time for a time: whoever comes second sees that it is taken, and passes nobody by.
  await lockMeetingsInTx(tx, tenantId, [meetingId]);
  const freed = await tx.meeting.findUnique({
    where: { tenantId_id: { tenantId, id: meetingId } },
    include: { type: true },
  });
  if (!freed?.type.isOpen || freed.state === 'taken_away') return;
  const at = now();
  if (!answerUntil(freed.type, freed.startsAt, at)) return;
  const next = await lockNextInTx(tx, freed, at);
  if (!next) return;
  const runAt = offerableAt(at);
  if (runAt > at)
    return enqueueInTx(tx, {
      task: 'offer-earlier',
      payload: { tenantId, meetingId },
      runAt,
    });
  await offerInTx(tx, actor, freed, next, at);
}

type Freed = Prisma.MeetingGetPayload<{ include: { type: true } }>;

interface Waiting {
  bookingId: string;
  personId: string;
  caseId: string | null;
  invitationId: string | null;
}

/** The first in line, with her wish locked: looked at again under the lock, since another time may just have been offered her. */
async function lockNextInTx(tx: Tx, freed: Freed, at: Date): Promise<Waiting | null> {
  const passed: string[] = [];
  for (;;) {
    const [first] = await waitingInTx(tx, freed, at, Prisma.sql`and not b.id = any(${passed}::uuid[])`);
    if (!first) return null;
    await tx.$queryRaw`
      select from earlier_wish where tenant_id = ${freed.tenantId} and booking_id = ${first.bookingId}::uuid for update`;
    const [still] = await waitingInTx(tx, freed, at, Prisma.sql`and b.id = ${first.bookingId}::uuid`);
    if (still) return still;
    passed.push(first.bookingId);
  }
}

/**
 * Those whom the time would suit, in the order they asked: a later day than it, the same kind, way and place, still hers to
 * move. Not who has had as many offers as she wanted, who has another open, who has let this very time go, or who has
 * something else booked then.
 */
const waitingInTx = (
  tx: Tx,
  { tenantId, typeId, way, placeId, startsAt, endsAt, type }: Freed,
  at: Date,
  which: Prisma.Sql,
): Promise<Waiting[]> => tx.$queryRaw`
  select b.id as "bookingId", b.person_id as "personId", b.case_id as "caseId", b.invitation_id as "invitationId"
    from earlier_wish w
    join booking b on b.tenant_id = w.tenant_id and b.id = w.booking_id
    join meeting m on m.tenant_id = b.tenant_id and m.id = b.meeting_id
   where w.tenant_id = ${tenantId} and w.ended_at is null and w.offers < w.most
     and b.state = 'booked' and b.starts_at > ${at}::timestamptz + make_interval(mins => coalesce(b.change_minutes, ${type.changeMinutes}::int))
     and (b.starts_at at time zone 'Europe/Stockholm')::date > (${startsAt}::timestamptz at time zone 'Europe/Stockholm')::date
     and m.type_id = ${typeId}::uuid and m.way = ${way}::meeting_way and m.place_id is not distinct from ${placeId}::uuid
     and not exists (select from booking o
                      where o.tenant_id = b.tenant_id and o.moves_id = b.id
                        and (o.state in ('held', 'offered') and o.held_until > ${at} or o.starts_at = ${startsAt}))
     and not exists (select from booking other
                      where other.tenant_id = b.tenant_id and other.person_id = b.person_id and other.state = 'booked'
                        and other.starts_at < ${endsAt} and other.ends_at > ${startsAt})
     ${which}
   order by w.since, w.booking_id limit 1`;

async function offerInTx(tx: Tx, actor: JobActor, freed: Freed, to: Waiting, at: Date): Promise<void> {
  const { tenantId } = actor;
  const heldUntil = answerUntil(freed.type, freed.startsAt, at);
  const seat = heldUntil && (await seatInTx(tx, freed, { now: at, heldUntil }));
  if (!heldUntil || !seat) return;
  await requireStillInTx(tx, tenantId, to);
  const bookingId = newId();
  const { personId, caseId, invitationId } = to;
  await tx.booking.create({
    data: {
      ...seat,
      tenantId,
      id: bookingId,
      personId,
      // Where the office cancels what she has, the offer stands: her yes makes a booking of its own, about the same.
      caseId,
      invitationId,
      movesId: to.bookingId,
      state: 'offered',
      heldUntil,
      startsAt: freed.startsAt,
      endsAt: freed.endsAt,
      createdAt: at,
    },
    select: { id: true },
  });
  await tx.earlierWish.update({
    where: { tenantId_bookingId: { tenantId, bookingId: to.bookingId } },
    data: { offers: { increment: 1 } },
    select: { bookingId: true },
  });
  const { startsAt } = freed;
  await noteBookingInTx(tx, actor, { kind: 'earlier_offered', bookingId, personId, caseId, startsAt });
}

/** She may have cancelled or moved while a seat was looked for: whoever is next is found anew. Locked after officer and room. */
async function requireStillInTx(tx: Tx, tenantId: string, { bookingId }: Waiting): Promise<void> {
  const still = await tx.$queryRaw<object[]>`
    select from booking where tenant_id = ${tenantId} and id = ${bookingId}::uuid and state = 'booked' for no key update`;
  if (still.length === 0) throw new WaitsNoMore('Whoever waited for the time has given up hers');
}

/** In the meeting itself where it stands (a group's, or one that a system has published), else at its time. */
const seatInTx = (
  tx: Tx,
  { tenantId, id, state, type, way, placeId, startsAt }: Freed,
  times: { now: Date; heldUntil: Date },
): Promise<Seat | null> =>
  claimTimeInTx(
    tx,
    tenantId,
    { type },
    { way, startsAt, ...(placeId && { placeId }), ...(state === 'open' && { meetingId: id }) },
    times,
  );
