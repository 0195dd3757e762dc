import 'server-only';
import type { CalendarDate } from '@/lib/kernel/calendar-date';
import type { Tx } from '@/lib/platform/db';

/** A meeting with an officer that none of her hours hold. */
export interface OutsideHours {
  meetingId: string;
  day: CalendarDate;
  /** how many are booked */
  booked: number;
  /** what is only held or offered there: bookings */
  held: string[];
}

/**
 * Meetings of an officer from an instant on, with somebody in them, that don't fit in her hours as they are now: the time,
 * the way, and of a visit the place. What a back-office system has published is that system's, and isn't among them.
 */
export function outsideHoursInTx(
  tx: Tx,
  tenantId: string,
  officerId: string,
  from: Date,
): Promise<OutsideHours[]> {
  return tx.$queryRaw<OutsideHours[]>`
    select m.id as "meetingId", to_char(m.starts_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD') as day,
           count(*) filter (where b.state = 'booked')::int as booked,
           coalesce(array_agg(b.id order by b.id) filter (where b.state <> 'booked'), '{}') as held
      from meeting m
      join booking b on b.tenant_id = m.tenant_id and b.meeting_id = m.id and b.state in ('booked', 'held', 'offered')
     where m.tenant_id = ${tenantId} and m.officer_id = ${officerId}::uuid and m.state = 'open' and m.system_id is null
       and m.starts_at >= ${from} and m.busy_from > ${from}::timestamptz - interval '3 days'
       and not exists (
         select from opening o
           join opening_period p on p.tenant_id = o.tenant_id and p.opening_id = o.id
          where o.tenant_id = m.tenant_id and o.officer_id = m.officer_id and m.way = any(o.ways)
            and (m.way <> 'visit' or o.place_id = m.place_id) and p.starts_at <= m.starts_at and p.ends_at >= m.ends_at)
     group by m.id, m.starts_at
     order by m.starts_at, m.id`;
}
