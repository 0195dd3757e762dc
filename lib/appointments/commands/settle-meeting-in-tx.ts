import 'server-only';
import { Prisma, rowsInTx, type Tx } from '@/lib/platform/db';
import { emitInTx } from '@/lib/platform/events';
import { takesSeat } from '../queries/takes-seat';

/** What became of a meeting that was open still. */
export interface Settled {
  typeId: string;
  taken: number;
  seats: number;
}

/**
 * After a seat has changed hands: a meeting that somebody has confirmed stands; one with holds alone stands as long as they
 * do; one of ours that nobody has any more is cancelled, and officer and room are free. What a system published stays.
 */
export async function settleMeetingInTx(tx: Tx, tenantId: string, meetingId: string): Promise<void> {
  const [[settled]] = await rowsInTx<[Settled]>(tx, settleMeeting(tenantId, meetingId));
  await tellOfFreedInTx(tx, tenantId, meetingId, settled);
}

/** The same without telling, for what travels with more: `tellOfFreedInTx` is to be told what it answers. */
export const settleMeeting = (tenantId: string, meetingId: string): Prisma.Sql => Prisma.sql`
  with seats as (
    select count(*)::int as taken, coalesce(bool_or(state not in ('held', 'offered')), false) as confirmed, max(held_until) as held_until
      from booking b where b.tenant_id = ${tenantId} and b.meeting_id = ${meetingId}::uuid and ${takesSeat})
  update meeting m
     set held_until = case when s.confirmed or m.system_id is not null or s.taken = 0 then null else s.held_until end,
         state = case when s.taken = 0 and m.system_id is null then 'cancelled' else m.state end
    from seats s
   where m.tenant_id = ${tenantId} and m.id = ${meetingId}::uuid and m.state = 'open'
   returning m.type_id as "typeId", m.seats, s.taken`;

/** That a meeting has room, to those who offer it. */
export async function tellOfFreedInTx(
  tx: Tx,
  tenantId: string,
  meetingId: string,
  settled: Settled | undefined,
): Promise<void> {
  if (settled && settled.taken < settled.seats)
    await emitInTx(
      tx,
      { tenantId },
      { type: 'appointments.time-freed', payload: { meetingId, typeId: settled.typeId } },
    );
}
