import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { JobActor } from '@/lib/platform/actor';
import { Prisma, type Tx } from '@/lib/platform/db';
import { answerUntil } from '../domain/earlier-time';
import type { BookableType } from '../queries/bookable-type-in-tx';
import { firstInLineInTx, type TimeToOffer, type Waiting } from '../queries/in-line-in-tx';
import { claimTimeInTx } from './claim-time-in-tx';
import { noteBookingInTx } from './note-booking-in-tx';

/** A time that somebody who waits may have. */
export interface Offerable extends TimeToOffer {
  type: BookableType['type'] & { earlierMinutes: number };
  /** where it stands already: a group's, or one that a system has published */
  meetingId?: string | undefined;
}

/** She has given up her time meanwhile: takes back all that was done for her. */
export class WaitsNoMore extends Error {}

/** Her wish, locked, and looked at again under the lock, since another time may just have been offered her. */
export async function lockInLineInTx(
  tx: Tx,
  time: TimeToOffer,
  bookingId: string,
  at: Date,
): Promise<Waiting | undefined> {
  await tx.$queryRaw`
    select from earlier_wish where tenant_id = ${time.tenantId} and booking_id = ${bookingId}::uuid for update`;
  return firstInLineInTx(tx, time, at, Prisma.sql`and b.id = ${bookingId}::uuid`);
}

/** It is hers alone for the type's minutes, and she is told. False where it is not to be had. */
export async function offerInTx(
  tx: Tx,
  actor: JobActor,
  { type, way, placeId, startsAt, endsAt, meetingId }: Offerable,
  to: Waiting,
  at: Date,
): Promise<boolean> {
  const { tenantId } = actor;
  const heldUntil = answerUntil(type, startsAt, at);
  const chosen = { way, startsAt, meetingId, ...(placeId && { placeId }) };
  const seat = heldUntil && (await claimTimeInTx(tx, tenantId, { type }, chosen, { now: at, heldUntil }));
  if (!heldUntil || !seat) return false;
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
      startsAt,
      endsAt,
      createdAt: at,
    },
    select: { id: true },
  });
  await tx.earlierWish.update({
    where: { tenantId_bookingId: { tenantId, bookingId: to.bookingId } },
    data: { offers: { increment: 1 } },
    select: { bookingId: true },
  });
  await noteBookingInTx(tx, actor, { kind: 'earlier_offered', bookingId, personId, caseId, startsAt });
  return true;
}

/** She may have cancelled or moved while a seat was looked for: whoever is next is found anew. Locked after officer and room. */
async function requireStillInTx(tx: Tx, tenantId: string, { bookingId }: Waiting): Promise<void> {
  const still = await tx.$queryRaw<object[]>`
    select from booking where tenant_id = ${tenantId} and id = ${bookingId}::uuid and state = 'booked' for no key update`;
  if (still.length === 0) throw new WaitsNoMore('Whoever waited for the time has given up hers');
}
