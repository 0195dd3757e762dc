import 'server-only';
import type { Tx } from '@/lib/platform/db';
import { emitInTx } from '@/lib/platform/events';

/**
 * After a seat has changed hands: a meeting that somebody has confirmed stands; one with holds alone stands as long as they
 * do; one of ours that nobody has any more is cancelled, and officer and room are free. What a system published stays.
 */
export async function settleMeetingInTx(tx: Tx, tenantId: string, meetingId: string): Promise<void> {
  const [settled] = await tx.$queryRaw<{ typeId: string; taken: number; seats: number; state: string }[]>`
    with seats as (
      select count(*)::int as taken, coalesce(bool_or(state not in ('held', 'offered')), false) as confirmed, max(held_until) as held_until
        from booking where tenant_id = ${tenantId} and meeting_id = ${meetingId}::uuid
         and state in ('held', 'offered', 'booked', 'kept', 'missed'))
    update meeting m
       set held_until = case when s.confirmed or m.system_id is not null or s.taken = 0 then null else s.held_until end,
           state = case when s.taken = 0 and m.system_id is null then 'cancelled' else m.state end
      from seats s
     where m.tenant_id = ${tenantId} and m.id = ${meetingId}::uuid and m.state = 'open'
     returning m.type_id as "typeId", m.seats, m.state, s.taken`;
  if (settled && settled.taken < settled.seats)
    await emitInTx(
      tx,
      { tenantId },
      { type: 'appointments.time-freed', payload: { meetingId, typeId: settled.typeId } },
    );
}
