import 'server-only';
import type { Tx } from '@/lib/platform/db';

/** Whether anybody who has a later time of the type waits for an earlier one. Whom it suits, `offerEarlier` says. */
export async function isEarlierWantedInTx(
  tx: Tx,
  tenantId: string,
  { typeId, startsAt }: { typeId: string; startsAt: Date },
): Promise<boolean> {
  const found = await tx.$queryRaw<object[]>`
    select from earlier_wish w
      join booking b on b.tenant_id = w.tenant_id and b.id = w.booking_id
      join meeting m on m.tenant_id = b.tenant_id and m.id = b.meeting_id
     where w.tenant_id = ${tenantId} and w.ended_at is null and w.offers < w.most
       and b.state = 'booked' and b.starts_at > ${startsAt} and m.type_id = ${typeId}::uuid limit 1`;
  return found.length > 0;
}
