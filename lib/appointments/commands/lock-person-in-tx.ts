import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import type { Tx } from '@/lib/platform/db';

/** What she does with her times comes one after the other, in however many windows: before all other locks. */
export async function lockPersonInTx(tx: Tx, { tenantId, personId }: ResidentActor): Promise<void> {
  await tx.$queryRaw`
    select from person where tenant_id = ${tenantId} and id = ${personId}::uuid for no key update`;
}
