import 'server-only';
import { openJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { staffContext } from '../domain/staff-seals';

/** What those of the municipality's own are called who have done something: for others of its own who look after it. */
export async function getStaffNamesInTx(
  tx: Tx,
  tenantId: string,
  staffIds: readonly string[],
): Promise<Map<string, string>> {
  if (staffIds.length === 0) return new Map();
  const rows = await tx.staffMember.findMany({
    where: { tenantId, id: { in: [...staffIds] } },
    select: { id: true, nameSealed: true },
  });
  return new Map(
    rows.map(({ id, nameSealed }) => [id, openJson<string>(nameSealed, staffContext(tenantId, id))]),
  );
}
