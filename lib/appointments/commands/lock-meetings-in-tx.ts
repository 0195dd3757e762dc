import 'server-only';
import { Prisma, rowsInTx, type Tx } from '@/lib/platform/db';

/** Meetings are locked before their bookings, by everybody, and several in one order: else two could wait for each other. */
export async function lockMeetingsInTx(tx: Tx, tenantId: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await rowsInTx(tx, lockMeetings(tenantId, ids));
}

/** The same, for what travels with more. */
export const lockMeetings = (tenantId: string, ids: readonly string[]): Prisma.Sql =>
  Prisma.sql`select from meeting where tenant_id = ${tenantId} and id = any(${[...ids]}::uuid[]) order by id for update`;
