import 'server-only';
import { now } from '@/lib/platform/clock';
import type { Tx } from '@/lib/platform/db';

/** Of what is booked of a type from now on and no system knows of: the event of its story that says how it is now. */
export const listUngivenInTx = (
  tx: Tx,
  tenantId: string,
  typeId: string,
): Promise<{ bookingEventId: string; orderId: string }[]> =>
  tx.$queryRaw`
    select e.id as "bookingEventId", coalesce(b.case_id, b.id) as "orderId"
      from booking b
      join meeting m on m.tenant_id = b.tenant_id and m.id = b.meeting_id and m.type_id = ${typeId}::uuid and m.system_id is null
      join lateral (
        select s.id from booking_event s
         where s.tenant_id = b.tenant_id and s.booking_id = b.id and s.kind in ('booked', 'moved', 'moved_by_office')
         order by s.at desc, s.id desc limit 1) e on true
      left join cases c on c.tenant_id = b.tenant_id and c.id = b.case_id
     where b.tenant_id = ${tenantId} and b.state = 'booked' and b.starts_at > ${now()}
       and b.receiver_system_id is null and c.system_id is null
     order by b.starts_at, b.id`;
