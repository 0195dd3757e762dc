import 'server-only';
import { Prisma } from '@/lib/platform/db';

/** Officer, place and room of the meeting `m`, those that it has, can be booked. A system closes its own times itself. */
const isWithOpen = Prisma.sql`(m.system_id is not null or not exists (
  select from meeting_officer o where o.tenant_id = m.tenant_id and o.id = m.officer_id and not o.is_open
  union all select from meeting_place p where p.tenant_id = m.tenant_id and p.id = m.place_id and not p.is_open
  union all select from meeting_room r where r.tenant_id = m.tenant_id and r.id = m.room_id and not r.is_open))`;

/** Nor does an exception hit it: one of its officer, its place, its room, or of all. */
export const isNotClosed = Prisma.sql`${isWithOpen} and (m.system_id is not null or not exists (
  select from opening_exception e
   where e.tenant_id = m.tenant_id and e.ends_at > m.starts_at and e.starts_at < m.ends_at
     and (e.officer_id is null or e.officer_id = m.officer_id)
     and (e.place_id is null or e.place_id = m.place_id)
     and (e.room_id is null or e.room_id = m.room_id)))`;
