import 'server-only';
import { Prisma, type Tx } from '@/lib/platform/db';

/** Times that there may be now: after an instant, of one type, with one officer, or only where a room is needed. */
export interface WantedAfter {
  from: Date;
  typeId?: string | undefined;
  officerId?: string | undefined;
  needsRoom?: boolean | undefined;
}

/** The types of which somebody has a later time and waits for an earlier one. Whom it suits is said when it is offered. */
export async function wantedTypesInTx(
  tx: Tx,
  tenantId: string,
  { from, typeId, officerId, needsRoom }: WantedAfter,
): Promise<string[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    select t.id from appointment_type t
     where t.tenant_id = ${tenantId} and t.is_open
       ${typeId ? Prisma.sql`and t.id = ${typeId}::uuid` : Prisma.empty}
       ${needsRoom ? Prisma.sql`and t.needs_room` : Prisma.empty}
       ${officerId ? Prisma.sql`and exists (select from officer_type ot where ot.tenant_id = t.tenant_id and ot.type_id = t.id and ot.officer_id = ${officerId}::uuid)` : Prisma.empty}
       and exists (
         select from earlier_wish w
           join booking b on b.tenant_id = w.tenant_id and b.id = w.booking_id
           join meeting m on m.tenant_id = b.tenant_id and m.id = b.meeting_id
          where w.tenant_id = t.tenant_id and w.ended_at is null and w.offers < w.most
            and b.state = 'booked' and b.starts_at > ${from} and m.type_id = t.id)
     order by t.id`;
  return found.map(({ id }) => id);
}
