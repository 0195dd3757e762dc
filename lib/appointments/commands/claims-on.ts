import 'server-only';
import { Prisma, rowsInTx, type Tx } from '@/lib/platform/db';

export type ClaimKind = 'officer' | 'room';
export interface Span {
  from: Date;
  to: Date;
}
/** Whom or what a time is to be free for. */
export interface Claim extends Span {
  kind: ClaimKind;
  id: string;
}
export interface ClaimedBy {
  /** the officer's or the room's */
  id: string;
  hasLapsed: boolean;
}

const column = (kind: ClaimKind): Prisma.Sql =>
  kind === 'officer' ? Prisma.sql`officer_id` : Prisma.sql`room_id`;

/**
 * What was held there and not confirmed in time is given up, so that it stands in nobody's way. A hold that nobody wants
 * stays hers a little longer: only whoever takes the time, or the job that tidies, ends it. One that somebody is at just
 * now is left to them.
 */
async function lapseOverlappingInTx(tx: Tx, tenantId: string, claim: Claim, at: Date): Promise<void> {
  await tx.$executeRaw`
    with over as (
      select tenant_id, id from meeting
       where tenant_id = ${tenantId} and ${column(claim.kind)} = ${claim.id}::uuid and state = 'open' and held_until <= ${at}
         and tstzrange(busy_from, busy_to) && tstzrange(${claim.from}, ${claim.to})
         for update skip locked),
    gone as (
      update meeting m set state = 'cancelled', held_until = null from over
       where m.tenant_id = over.tenant_id and m.id = over.id returning m.id)
    update booking set state = 'lapsed', ended_at = ${at}, held_until = null
     where tenant_id = ${tenantId} and meeting_id in (select id from gone) and state in ('held', 'offered')`;
}

/** The same for the seats of one meeting. */
export async function lapseSeatsInTx(tx: Tx, tenantId: string, meetingId: string, at: Date): Promise<void> {
  await tx.booking.updateMany({
    where: { tenantId, meetingId, state: { in: ['held', 'offered'] }, heldUntil: { lte: at } },
    data: { state: 'lapsed', endedAt: at, heldUntil: null },
  });
}

/** What is claimed of their time by open meetings, and whether that has lapsed. */
export const claimsOn = (
  tenantId: string,
  kind: ClaimKind,
  ids: readonly string[],
  { from, to }: Span,
  at: Date,
): Prisma.Sql => Prisma.sql`
  select ${column(kind)} id, coalesce(held_until <= ${at}::timestamptz, false) "hasLapsed" from meeting
   where tenant_id = ${tenantId} and ${column(kind)} = any(${[...ids]}::uuid[]) and state = 'open'
     and tstzrange(busy_from, busy_to) && tstzrange(${from}::timestamptz, ${to}::timestamptz)`;

/** Whether nobody claims it, by what `claimsOn` said: what has lapsed is ended first. */
export async function isUnclaimedInTx(
  tx: Tx,
  tenantId: string,
  claim: Claim,
  found: readonly ClaimedBy[],
  at: Date,
): Promise<boolean> {
  if (!found.some(({ hasLapsed }) => hasLapsed)) return found.length === 0;
  await lapseOverlappingInTx(tx, tenantId, claim, at);
  const [left] = await rowsInTx<[ClaimedBy]>(tx, claimsOn(tenantId, claim.kind, [claim.id], claim, at));
  return left.length === 0;
}
