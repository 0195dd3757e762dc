import 'server-only';
import { Prisma, type Tx } from '@/lib/platform/db';

/** Whom or what a time is to be free for. */
export type Claim = ({ officerId: string } | { roomId: string }) & { from: Date; to: Date };

const whose = (claim: Claim): Prisma.Sql =>
  'officerId' in claim
    ? Prisma.sql`officer_id = ${claim.officerId}::uuid`
    : Prisma.sql`room_id = ${claim.roomId}::uuid`;

/**
 * What was held there and not confirmed in time is given up, so that it stands in nobody's way. A hold that nobody wants
 * stays hers a little longer: only whoever takes the time, or the job that tidies, ends it. One that somebody is at just
 * now is left to them.
 */
async function lapseOverlappingInTx(tx: Tx, tenantId: string, claim: Claim, at: Date): Promise<void> {
  await tx.$executeRaw`
    with over as (
      select tenant_id, id from meeting
       where tenant_id = ${tenantId} and ${whose(claim)} and state = 'open' and held_until <= ${at}
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

/** Whether nobody has claimed the officer, or the room, at any of that time: what has lapsed is ended first. */
export async function isUnclaimedInTx(tx: Tx, tenantId: string, claim: Claim, at: Date): Promise<boolean> {
  const claimed = () => tx.$queryRaw<{ over: boolean }[]>`
    select coalesce(held_until <= ${at}, false) as over from meeting
     where tenant_id = ${tenantId} and ${whose(claim)} and state = 'open'
       and tstzrange(busy_from, busy_to) && tstzrange(${claim.from}, ${claim.to})`;
  const found = await claimed();
  if (!found.some(({ over }) => over)) return found.length === 0;
  await lapseOverlappingInTx(tx, tenantId, claim, at);
  return (await claimed()).length === 0;
}
