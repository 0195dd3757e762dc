import 'server-only';
import type { Tx } from '@/lib/platform/db';

/** Meetings are locked before their bookings, by everybody, and several in one order: else two could wait for each other. */
export async function lockMeetingsInTx(tx: Tx, tenantId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.$queryRaw`
    select from meeting where tenant_id = ${tenantId} and id = any(${[...ids]}::uuid[]) order by id for update`;
}
