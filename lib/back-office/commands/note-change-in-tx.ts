import 'server-only';
import { newId } from '@/lib/kernel/ids';
import { now } from '@/lib/platform/clock';
import type { Tx } from '@/lib/platform/db';
import type { ChangeIds, ChangeKind } from '../domain/change';

interface Noted extends ChangeIds {
  tenantId: string;
  systemId: string;
  kind: ChangeKind;
  /** of the event it follows from, so that it is noted once */
  id?: string;
}

/** Notes what a system may want to know, in the transaction of the deed. It gets its place when it is read. */
export async function noteChangeInTx(tx: Tx, { tenantId, systemId, kind, id, ...ids }: Noted): Promise<void> {
  await tx.officeChange.createMany({
    data: { tenantId, systemId, id: id ?? newId(), kind, ids, at: now() },
    skipDuplicates: true,
  });
}
