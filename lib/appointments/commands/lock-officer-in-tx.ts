import 'server-only';
import type { Tx } from '@/lib/platform/db';

/** Whoever takes a time with her locks her too: she comes before, and is found, or after, and finds what has changed. */
export async function lockOfficerInTx(tx: Tx, tenantId: string, officerId: string): Promise<void> {
  await tx.$queryRaw`
    select from meeting_officer where tenant_id = ${tenantId} and id = ${officerId}::uuid for update`;
}
